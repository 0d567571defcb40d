import { isUsable, tools } from '#web/cases/case-shape.ts';
import { useDesk } from '#web/cases/open-case.tsx';
import { ActionButton } from '#web/ui/keys/keys.tsx';
import { Panel } from '#web/ui/panel.tsx';
import { useWords } from '#web/ui/words.ts';
import classes from './conversation/conversation.module.css';

/** Everything that may come up in a conversation, each a key away. */
export function ToolBox() {
  const { t } = useWords('agent');
  const { stage, conversation, openTool } = useDesk();
  const usable = tools.filter((tool) => isUsable(tool, stage, conversation));
  return (
    <Panel title={t('toolBox.title')}>
      <div className={classes.tools}>
        {usable.map(({ name, shortcut }) => (
          <ActionButton
            key={name}
            variant="default"
            action={{
              id: `desk.tool.${name}`,
              label: `agent:tool.${name}`,
              shortcut,
              perform: () => openTool(name),
            }}
          />
        ))}
      </div>
    </Panel>
  );
}
