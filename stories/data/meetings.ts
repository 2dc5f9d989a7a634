import type { StoredRecord } from '@jiceng/core/generated/record.js';
import type { JsonObject } from '@jiceng/core/json/json.js';
import { examples, organisationLife } from './definitions.ts';
import { recordOf } from './record.ts';

const TOPICS: readonly (readonly [kinds: readonly string[], on: string, topic: string, absent: number])[] = [
  [['themeDay'], '2025-01-10', '走访慰问困难党员和老党员', 3],
  [['committeeMeeting'], '2025-01-06', '研究全年组织生活安排', 0],
  [['orgLifeMeeting', 'appraisalMeeting'], '2025-01-20', '年度组织生活会和民主评议党员', 2],
  [['themeDay'], '2025-02-14', '返乡党员座谈，听取村务意见', 5],
  [['committeeMeeting'], '2025-02-10', '研究春耕备耕和水利设施检修', 0],
  [['memberMeeting'], '2025-03-07', '通报上年度村级财务收支', 4],
  [['themeDay', 'lecture'], '2025-03-14', '学习支部工作条例，书记讲党课', 3],
  [['committeeMeeting'], '2025-03-05', '研究入党积极分子培养', 1],
  [['themeDay'], '2025-04-11', '清明森林防火值守', 6],
  [['committeeMeeting'], '2025-04-08', '研究活动室屋面维修方案', 0],
  [['themeDay'], '2025-05-16', '义务植树和河道清理', 2],
  [['committeeMeeting'], '2025-05-12', '研究半年考察事项', 1],
  [['themeDay', 'lecture'], '2025-06-27', '重温入党誓词，专题党课', 1],
  [['memberMeeting'], '2025-06-20', '讨论发展对象人选', 3],
  [['committeeMeeting'], '2025-06-09', '研究汛期巡查排班', 0],
  [['themeDay'], '2025-07-11', '防汛巡查与转移演练', 4],
  [['committeeMeeting'], '2025-07-07', '研究问题清单整改进度', 0],
  [['committeeMeeting'], '2025-08-11', '研究人居环境整治方案', 0],
];

/** A year of one branch's meetings so far: all checked, except the last, which waits, and one that was sent back. */
export const meetings: readonly StoredRecord[] = [
  ...TOPICS.map(([kinds, on, topic, absent], at) =>
    meeting(
      `meeting-${at + 1}`,
      on,
      {
        meetingType: [...kinds],
        heldOn: on,
        place: '村党群服务中心二楼会议室',
        hostName: '王某',
        recorderName: '李某某',
        meetingTopic: topic,
        ...(kinds.includes('lecture') ? { lecturerName: '王某', lectureTopic: topic, postKind: 'secretary' } : {}),
        attendeesExpected: 38,
        attendeesActual: 38 - absent,
        attendeesAbsent: absent,
        attendanceRate: Math.round(((38 - absent) / 38) * 10000) / 100,
        isMadeUp: false,
        leaderIds: at % 5 === 0 ? ['p-0101'] : [],
        isLeaderPresent: at % 5 === 0,
      },
      at === 10 ? 'returned' : 'checked',
    ),
  ),
  meeting('meeting-19', '2025-08-15', examples.organisationLife, 'recorded'),
];

function meeting(id: string, on: string, data: JsonObject, state: string): StoredRecord {
  return recordOf({
    definition: organisationLife,
    id,
    orgId: 'V010101',
    by: 'p-0351',
    on,
    state,
    periodCode: on.slice(0, 7),
    data,
  });
}
