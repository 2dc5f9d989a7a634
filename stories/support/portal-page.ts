import { html, nothing, type TemplateResult } from 'lit';
import { adopt } from './adopt.ts';
import styles from './portal-page.styles.ts';
import type { Scene } from './scene.ts';

adopt(styles);

const MENU = ['标准化评价', '阵地检查', '问题清单', '发展党员', '组织生活登记'];

/** A page of an ordinary county portal: banner, menu, path, and the element in its content column. */
export function portalPage(scene: Scene, current: string, content: TemplateResult): TemplateResult {
  const { person, people, snapshot } = scene;
  const post = (id: string) => {
    const [first] = people.find(({ personId }) => personId === id)?.posts ?? [];
    return [snapshot.organisation(first?.orgId ?? '')?.orgShortName, first?.postName].filter(Boolean).join(' ');
  };
  return html`
    <div class="portal">
      <div class="portal-banner" lang="zh-CN">
        <div class="portal-name">云禾县基层党建工作平台</div>
        <label class="portal-user">当前用户
          <select @change=${(event: Event) => scene.become((event.target as HTMLSelectElement).value)}>
            ${people
              .filter(({ posts }) => posts.length > 0)
              .map(
                ({ personId, personName }) => html`<option value=${personId}
              ?selected=${personId === person.personId}>${personName}（${post(personId)}）</option>`,
              )}
          </select>
        </label>
      </div>
      <div class="portal-body">
        <div class="portal-menu" lang="zh-CN">${MENU.map((title) => html`<span class="portal-link ${title === current ? 'current' : ''}">${title}</span>`)}</div>
        <div class="portal-content">
          <p class="portal-path" lang="zh-CN">首页 › 支部工作 › ${current}<span class="portal-today">今天：${scene.source.now().slice(0, 10)}</span></p>
          ${scene.said === '' ? nothing : html`<p class="story-said" role="status">${scene.said}</p>`}
          ${content}
        </div>
      </div>
    </div>`;
}
