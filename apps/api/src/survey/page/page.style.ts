import { style } from '../../register/page/style.js';

/** The look of the public pages, and what a form adds: wide rows that a thumb finds. */
export const surveyStyle = `${style}
fieldset{border:0;margin:1.6rem 0 0;padding:0}
legend,.asked{font-weight:600;padding:0;margin:0;display:block}
legend{margin-bottom:.5rem}
fieldset .hint{margin:.2rem 0 .4rem}
.hint{font-weight:400;color:var(--quiet);font-size:.95rem}
.row{display:flex;align-items:center;gap:.7rem;min-height:2.9rem;margin:0;padding:.35rem .7rem;font-weight:400;border:1px solid var(--hair);border-radius:.35rem;margin-bottom:.45rem;cursor:pointer}
.row input{width:1.25rem;height:1.25rem;margin:0;flex:none;accent-color:var(--accent)}
.scale{display:flex;flex-wrap:wrap;gap:.45rem}
.scale .row{flex:1 1 2.4rem;flex-direction:column;justify-content:center;gap:.3rem;padding:.5rem .2rem;margin:0}
textarea{display:block;width:100%;min-height:7rem;margin-top:.3rem;padding:.65rem .7rem;font:inherit;color:inherit;background:#fff;border:1px solid #8b8678;border-radius:.35rem}
textarea:focus-visible{outline:3px solid #b7791f;outline-offset:2px}
.fault{color:var(--bad);font-weight:600;margin:0 0 .5rem}
.alert{border-left:.4rem solid var(--bad);padding:.5rem .9rem;margin:0 0 1rem}
form button{margin-top:1.2rem}
`;
