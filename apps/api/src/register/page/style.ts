/** The page's only style sheet: it stands in the page, and the page's policy names its hash. */
export const style = `
:root{color-scheme:light;--ink:#22201c;--quiet:#5c574d;--accent:#1d4d4f;--hair:#d9d5c9;--ground:#f4f3ef;--good:#14532d;--warn:#7a3b00;--bad:#8a1c1c}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:1.0625rem/1.55 "Source Sans 3","Segoe UI",system-ui,sans-serif}
main,header,footer{max-width:40rem;margin:0 auto;padding:0 1.1rem}
header{display:flex;justify-content:space-between;align-items:baseline;gap:1rem;padding-top:1.1rem;padding-bottom:.7rem}
header p{margin:0;font-size:.95rem;color:var(--quiet)}
a{color:var(--accent);text-underline-offset:.18em}
a:focus-visible,input:focus-visible,button:focus-visible,summary:focus-visible{outline:3px solid #b7791f;outline-offset:2px}
h1{font:600 1.45rem/1.25 "Source Serif 4",Georgia,serif;margin:.2rem 0 .8rem}
h2{font:600 1.1rem/1.3 "Source Serif 4",Georgia,serif;margin:0 0 .7rem}
section{background:#fff;border:1px solid var(--hair);border-radius:.5rem;padding:1.2rem 1.1rem;margin:0 0 1.1rem}
.answer{border-top:.5rem solid var(--tone)}
.good{--tone:var(--good)}.warn{--tone:var(--warn)}.bad{--tone:var(--bad)}
.word{display:flex;gap:.6rem;align-items:center;margin:0 0 .5rem;color:var(--tone);font:600 1.9rem/1.15 "Source Serif 4",Georgia,serif;overflow-wrap:anywhere}
.sign{flex:none;width:2.3rem;height:2.3rem;border-radius:50%;background:var(--tone);color:#fff;font:700 1.4rem/2.3rem system-ui,sans-serif;text-align:center}
.sentence{margin:0 0 .4rem}
dl{margin:1.1rem 0 0;border-top:1px solid var(--hair)}
dl div{display:grid;grid-template-columns:8.5rem 1fr;gap:.2rem 1rem;padding:.5rem 0;border-bottom:1px solid var(--hair)}
dt{color:var(--quiet)}dd{margin:0;overflow-wrap:anywhere}
.number{font-variant-numeric:tabular-nums;font-weight:600;letter-spacing:.02em}
details{margin-top:1rem}summary{cursor:pointer;color:var(--accent);padding:.3rem 0}
ol{margin:.4rem 0 0;padding-left:1.2rem}
label{display:block;margin:0 0 .9rem;font-weight:600}
input{display:block;width:100%;margin-top:.3rem;padding:.65rem .7rem;font:inherit;font-weight:400;color:inherit;background:#fff;border:1px solid #8b8678;border-radius:.35rem}
button{min-height:2.9rem;width:100%;padding:.6rem 1.4rem;font:inherit;font-weight:600;color:#fff;background:var(--accent);border:0;border-radius:.35rem;cursor:pointer}
footer{padding-bottom:2rem;font-size:.92rem;color:var(--quiet)}
footer strong{overflow-wrap:anywhere;color:var(--ink)}
@media (max-width:26rem){dl div{grid-template-columns:1fr}}
@media (min-width:34rem){button{width:auto}}
`;
