import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compile } from '../../definition/compile.ts';
import { templates } from '../../definition/fixtures/templates.ts';
import type { JsonObject } from '../../json/json.ts';
import { Office, said } from '../fixtures/office.ts';
import { Store } from '../fixtures/store.ts';

const REGISTER = {
  foundedOn: '2004-06-18',
  termYears: 5,
  termStartOn: '2021-03-01',
  secretaryId: 'village.filler',
  committeeSize: 5,
  groupCount: 0,
};

/** An organisation in the register. */
function registered(office: Office, orgId: string, values: JsonObject = {}): string {
  const id = office.open('organisations', { ...REGISTER, ...values }, `${orgId}.filler`, { orgId });
  return (
    office
      .move(id, 'submit', `${orgId}.filler`, { dataVerifiedOn: '2025-08-01' })
      .move(id, 'approve', orgId === 'village' || orgId === 'village2' ? 'town.reviewer' : 'county.reviewer'),
    id
  );
}

describe('an election', () => {
  it('is opened six months ahead, once, and goes from preparation to the new term', () => {
    const office = new Office('2025-08-25');
    registered(office, 'village');
    const elections = () => office.all('election');
    office.tick();
    assert.equal(elections().length, 0); // the term ends on 28 February
    office.on('2025-08-28').tick().tick();
    assert.deepEqual(
      elections().map(({ orgId, periodCode, data }) => [
        orgId,
        periodCode,
        data['termCode'],
        data['nextElectionDueOn'],
      ]),
      [['village', '2026', 'T2021-2026', '2026-02-28']],
    );
    const id = elections()[0]!.id;
    assert.match(said(office.tryStep(id, 's1', 'village.filler', { plannedOn: '2026-01-15' })), /后备/);
    office.open(
      'rosters',
      {
        rosterKind: 'reserve',
        selectionSource: 'villageReserve',
        selectedOn: '2025-06-01',
        postName: '村党支部委员后备',
      },
      'town.filler',
      { orgId: 'village', person: 'village.viewer' },
    );
    assert.match(said(office.tryStep(id, 's1', 'village.filler', { plannedOn: '2026-01-15' })), /联审/);
  });

  it('of an agency needs no village preparation; quorum, delay and the new term follow the rules', () => {
    const office = new Office('2025-10-08');
    registered(office, 'agency', { termYears: 3, termStartOn: '2023-01-01' });
    office.tick();
    const id = office.all('election')[0]!.id;
    office
      .step(id, 's1', 'agency.filler', { plannedOn: '2025-12-05' })
      .step(id, 's2', 'agency.filler', { requestedOn: '2025-10-08' });
    assert.equal(office.get(id).state, 'requested');
    assert.match(
      said(
        office.try(id, 'delay', 'county.reviewer', {
          extendedDueOn: '2027-06-30',
          extensionDocNo: '1号',
          extensionReason: '机构改革。',
        }),
      ),
      /最长12个月/,
    );
    office.step(id, 's3', 'county.reviewer', { approvalOn: '2025-10-08', approvalDocNo: '2号' });
    const meeting = {
      heldOn: '2025-12-05',
      votersEntitled: 20,
      votersPresent: 15,
      secretaryId: 'agency.viewer',
      committeeSize: 3,
    };
    assert.match(said(office.on('2025-12-05').tryStep(id, 's4', 'agency.filler', meeting)), /80%/);
    // nobody entitled: no quorum either
    assert.match(
      said(office.tryStep(id, 's4', 'agency.filler', { ...meeting, votersEntitled: 0, votersPresent: 0 })),
      /80%/,
    );
    office.step(id, 's4', 'agency.filler', { ...meeting, votersPresent: 16 });
    assert.match(
      said(office.tryStep(id, 's5', 'agency.filler', { resultApprovedOn: '2025-12-10', filingDocNo: '3号' })),
      /须由/,
    );
    office.on('2025-12-10').step(id, 's5', 'county.reviewer', { resultApprovedOn: '2025-12-10', filingDocNo: '3号' });
    assert.equal(office.get(id).state, 'filed');
    const register = office.all('organisations')[0]!.id;
    office.move(register, 'verifyData', 'agency.filler');
    // three years from the approval, nothing typed again
    assert.equal(office.field(register, 'termEndOn'), '2028-12-09');
    assert.equal(office.fact('election/onTimeRate', 'agency', { periodCode: '2025' }), 100);
    office.tick();
    assert.equal(office.all('election').length, 1);
  });
});

describe('a joint branch that covers too many units', () => {
  it('is counted from the survey and listed for splitting once', () => {
    const store = new Store(
      templates().map(({ definition }) => compile(definition)),
      '2025-08-04T09:30:00+08:00',
    );
    const create = (definitionId: string, orgId: string, data: JsonObject, by: string): string => {
      const recordId = `${definitionId}-${store.records.size}`;
      assert.ok(store.run({ kind: 'create', recordId, definitionId, orgId, data }, by).ok);
      return recordId;
    };
    const move = (recordId: string, name: string, by: string, values: JsonObject = {}) => {
      const changes = Object.entries(values).map(([key, value]) => ({ pointer: `/${key}`, value: value ?? null }));
      const outcome = store.run(
        { kind: 'move', track: 'item', move: name, recordId, revision: store.get(recordId).revision, changes },
        by,
      );
      assert.ok(outcome.ok, outcome.ok ? '' : JSON.stringify(outcome.refusal.problems));
    };
    const register = create(
      'organisations',
      'village2',
      { ...REGISTER, termStartOn: '2024-03-01', secretaryId: 'filler2' },
      'filler2',
    );
    move(register, 'submit', 'filler2', { dataVerifiedOn: '2025-08-01' });
    move(register, 'approve', 'reviewerA');
    const units = ['甲', '乙', '丙', '丁', '戊', '己'].map((unitName) =>
      create(
        'unit-register',
        'townA',
        {
          unitName,
          unitKind: 'microFirm',
          coverMode: 'joint',
          jointOrgId: 'village2',
          isOperating: true,
          unitMemberCount: 1,
          unitFullMemberCount: 1,
        },
        'reviewerC',
      ),
    );
    const plans = () => [...store.records.values()].filter(({ definition }) => definition.id === 'building-plan');
    store.tick();
    assert.equal(plans().length, 0); // nothing is surveyed yet
    // Surveyed by hand of the data source: the test's people have no filler in the township.
    store.keep(units.map((id) => ({ ...store.get(id), state: 'inRegister' })));
    store.tick();
    store.tick();
    assert.deepEqual(
      plans().map(({ orgId, data, state }) => [orgId, data['buildKind'], data['isBuilt'], state]),
      [['village2', 'split', false, 'listed']],
    );
    move(register, 'verifyData', 'filler2');
    assert.equal(store.get(register).data['jointUnitCount'], 6);
    store.keep([{ ...store.get(units[0]!), state: 'deregistered' }]);
    store.tick();
    // five units are in order: the plan has done its work
    assert.deepEqual(
      plans().map(({ state }) => state),
      ['built'],
    );
  });
});
