import {addons, type State} from 'storybook/manager-api';

/** The studio has its own controls, and needs the room. */
addons.setConfig({
  layoutCustomisations: {
    showPanel: ({storyId}: State, standard: boolean) => standard && !storyId?.startsWith('theme-studio'),
  },
});
