import { describe, expect, it } from '@jest/globals';
import { ApplicationQueryDto } from '../application/application.dto.js';
import { LabelQueryDto } from '../award/award.dto.js';
import { fieldsOf } from '../http/field-shape.js';
import { narrowingOf, readList } from './mailing-list.js';

const id = '7f8b3a52-6d1f-4f0e-9c1c-3a1f0f2f9a10';
const samples: Readonly<Record<string, string>> = {
  call: id, pole: id, officer: id, status: '', theme: 'housing', structureType: 'training-centre', region: 'Jura', stuck: 'true', silenceBefore: '2027-07-01',
};
/** Where one looks in a list and how it is written; and what the mailing refuses. */
const noFilters = ['limit', 'cursor', 'sort', 'format', 'mine'];

async function narrowing(address: string): Promise<object> {
  const query = await readList(address);
  return query.path === '/api/applications' ? narrowingOf(query) : narrowingOf(query);
}

describe.each([['/api/applications', ApplicationQueryDto, 'submitted'], ['/api/labels', LabelQueryDto, 'active']] as const)('a mailing to %s', (path, dto, status) => {
  const filters = fieldsOf(dto).map(({ name }) => name).filter((name) => !noFilters.includes(name));

  it.each(filters)('writes to fewer when the list says %s', async (name) => {
    const sample = name === 'status' ? status : samples[name];
    expect([name, sample]).toEqual([name, expect.any(String)]);
    const asked = JSON.stringify(await narrowing(`${path}?${name}=${sample}`));
    expect(asked).not.toBe(JSON.stringify(await narrowing(path)));
    expect(asked).toContain(sample);
  });
});
