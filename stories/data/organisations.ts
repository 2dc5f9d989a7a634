import type { Organisation } from '@jiceng/core/generated/organisation.js';
import { OrganisationIndex } from '@jiceng/core/org/organisation-index.js';

/** An invented county; names may be as long, bracketed and mixed as real ones are. */
export const organisations: readonly Organisation[] = [
  org('C01', '中共云禾县委员会', '云禾县委', '01', 'agency', 'committee', 'county'),
  org('C0101', '中共云禾县委组织部机关支部委员会', '县委组织部', '0101', 'agency', 'branch', 'unit', 'C01'),
  org('T0101', '中共云禾县松砚镇委员会', '松砚镇党委', '0102', 'rural', 'committee', 'township', 'C01'),
  org(
    'V010101',
    '中共云禾县松砚镇松上畈村支部委员会',
    '松上畈村党支部',
    '010201',
    'rural',
    'branch',
    'village',
    'T0101',
  ),
  org(
    'V010102',
    '中共云禾县松砚镇松下埭村支部委员会',
    '松下埭村党支部',
    '010202',
    'rural',
    'branch',
    'village',
    'T0101',
  ),
  org(
    'V010103',
    '云禾县松砚镇工业集中区远景精密机械有限公司与宏达食品公司等四家非公企业联合党支部',
    '工业区联合党支部',
    '010203',
    'privateFirm',
    'jointBranch',
    'unit',
    'T0101',
  ),
  org(
    'V010104',
    '云禾智联科技有限公司党支部（A区3号楼）',
    '智联科技党支部（A3）',
    '010204',
    'privateFirm',
    'branch',
    'unit',
    'T0101',
  ),
  org('T0102', '中共云禾县柳汀镇委员会', '柳汀镇党委', '0103', 'rural', 'committee', 'township', 'C01'),
  org(
    'V010201',
    '中共云禾县柳汀镇柳东坞村支部委员会',
    '柳东坞村党支部',
    '010301',
    'rural',
    'branch',
    'village',
    'T0102',
  ),
];

/** The same as a tree. */
export const directory = new OrganisationIndex(organisations);

/** The branch that most stories are about. */
export const branch = directory.organisation('V010101')!;
/** The one with forty characters. */
export const longBranch = directory.organisation('V010103')!;

function org(
  orgId: string,
  orgName: string,
  orgShortName: string,
  orgCode: string,
  orgType: string,
  orgForm: string,
  orgLevel: Organisation['orgLevel'],
  parentOrgId?: string,
): Organisation {
  return {
    orgId,
    orgName,
    orgShortName,
    orgCode,
    orgType,
    orgForm,
    orgLevel,
    isActive: true,
    ...(parentOrgId === undefined ? {} : { parentOrgId }),
  };
}
