import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { JsonObject } from '../../json/json.ts';
import { Office, said } from '../fixtures/office.ts';

describe('grids', () => {
  it('are judged by their size, merged into one net by the superior, and counted', () => {
    const office = new Office('2025-05-06');
    const size = (values: JsonObject) =>
      office.field(
        office.open(
          'grid',
          { gridName: `网格${office.records.size}`, gridKind: 'rural', householdCount: 50, ...values },
          'village.filler',
        ),
        'isSizeCompliant',
      );
    assert.deepEqual(
      [
        size({}),
        size({ householdCount: 70 }),
        size({ gridUnitCount: 4 }),
        size({ gridUnitCount: 2 }),
        size({ gridUnitCount: 0 }),
      ],
      [true, false, true, false, true],
    );
    assert.deepEqual(
      [
        size({ gridKind: 'urban', householdCount: 500 }),
        size({ gridKind: 'urban', householdCount: 501 }),
        size({ gridKind: 'ruralUnit', householdCount: 9 }),
      ],
      [true, false, false],
    );
    const id = office.open(
      'grid',
      { gridName: '一网', gridKind: 'rural', householdCount: 48, linkMemberCount: 0, dueOn: '2025-12-31' },
      'village.filler',
    );
    assert.equal(office.field(id, 'householdsPerLink'), undefined); // nobody keeps contact: over nothing
    assert.match(said(office.try(id, 'merge', 'town.reviewer')), /网格长/);
    office.save(id, { gridHeadName: '王某', gridGroupOrgId: 'village' }, 'village.filler');
    assert.match(said(office.try(id, 'merge', 'village.filler')), /须由/);
    office.move(id, 'merge', 'town.reviewer');
    const { num, den } = office.facts.read({ id: 'grid/mergedRate', subjectId: 'town', under: true });
    assert.deepEqual([num, den], [1, 9]);
    assert.deepEqual(
      [office.fact('grid/groupRate', 'village2'), office.fact('grid/lateMergeCount', 'village')],
      [undefined, 0],
    );
  });
});

describe('sites', () => {
  it('that stand idle twice become a problem once, and fill in the yearly check', () => {
    const office = new Office('2025-01-10');
    const id = office.open(
      'service-centre',
      { siteName: '松上村中心', siteKind: 'villageCentre', floorAreaSqm: 320 },
      'village.filler',
    );
    office.move(id, 'open', 'village.filler', { openedOn: '2024-06-30', serviceRadiusMin: 12 });
    const report = (usedHoursPerWeek: number) =>
      office.move(id, 'reportUse', 'village.filler', { openHoursPerWeek: 40, usedHoursPerWeek, monthlyVisits: 20 });
    report(3);
    assert.equal(office.fact('service-centre/idleRate', 'village'), 0);
    office.on('2025-07-10');
    report(2).tick();
    office.on('2026-01-10');
    report(2);
    assert.equal(office.all('problem-list').length, 1);
    assert.equal(office.field(id, 'idleTimes'), 3);
    office.on('2026-03-02').openPeriod('six-things', '2026');
    const check = office.all('six-things').find(({ orgId }) => orgId === 'village')!.id;
    assert.deepEqual(
      ['siteName', 'floorAreaSqm', 'openHoursPerWeek'].map((name) => office.field(check, name)),
      ['松上村中心', 320, 40],
    );
  });

  it('make the circle of fifteen minutes of communities, gaps included; park centres are accepted with 13 boxes or a date', () => {
    const office = new Office('2025-05-06');
    const rate = () => {
      const { num, den } = office.facts.read({
        id: 'service-centre/siteCoverageRate',
        subjectId: 'street',
        under: true,
      });
      return [num, den];
    };
    assert.deepEqual(rate(), [null, null]);
    const gap = office.open(
      'service-centre',
      { siteName: '社区站点', siteKind: 'station', serviceRadiusMin: 25, finishPlannedOn: '2025-10-01' },
      'community.filler',
      { orgId: 'community' },
    );
    assert.deepEqual(rate(), [0, 1]);
    office.on('2025-09-20').move(gap, 'open', 'community.filler', { openedOn: '2025-09-18', serviceRadiusMin: 10 });
    assert.deepEqual(rate(), [1, 1]);
    const park = office.open(
      'service-centre',
      {
        siteName: '园区中心',
        siteKind: 'parkCentre',
        sixHas: ['premises', 'flag'],
        roomList: ['memberRoom', 'cultureRoom'],
        isUnifiedSign: true,
      },
      'street.filler',
      { orgId: 'street' },
    );
    office.move(park, 'open', 'street.filler', { openedOn: '2025-09-01', serviceRadiusMin: 15 });
    assert.deepEqual([office.field(park, 'passedCount'), office.field(park, 'missingRoomCount')], [4, 4]);
    assert.match(said(office.try(park, 'accept', 'county.reviewer')), /13项/);
    office.save(park, { finishPlannedOn: '2025-12-31' }, 'street.filler').move(park, 'accept', 'county.reviewer');
    assert.equal(office.fact('service-centre/acceptedRate', 'street'), 100);
  });
});

describe('associations', () => {
  it('are active while something has been held', () => {
    const office = new Office('2025-05-06');
    const id = office.open(
      'village-association',
      {
        associationName: '红白理事会',
        associationKind: 'ceremonies',
        memberCount: 0,
        partyMemberCount: 0,
        lastHeldOn: '2025-04-01',
      },
      'village.filler',
    );
    assert.deepEqual(
      [
        office.field(id, 'isActive'),
        office.fact('village-association/activeRate', 'village'),
        office.fact('village-association/partyShare', 'village'),
      ],
      [true, 100, undefined],
    );
    office.on('2025-12-01');
    assert.equal(office.fact('village-association/activeRate', 'village'), 0);
  });
});
