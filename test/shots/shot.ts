/** A story as Storybook's own index names it. */
export interface IndexedStory {
  readonly id: string;
  readonly title: string;
  readonly name: string;
}

export const SCHEMES = ['light', 'dark'] as const;
/** Of the elements; the page has the frame's padding beside them (`.storybook/preview.css`). */
export const WIDTHS = [360, 900] as const;
export const PADDING = 16;

export type Scheme = typeof SCHEMES[number];
export type Width = typeof WIDTHS[number];

/** The picture of a story, in the folder of pictures. */
export const fileOf = ({id}: IndexedStory, scheme: Scheme, width: Width): string => `${id}-${scheme}-${width}.png`;

interface Index {
  readonly entries: Readonly<Record<string, IndexedStory & {readonly type: string}>>;
}

/** The stories of a built Storybook (`index.json`): what else it has is pages of documentation. */
export const storiesIn = (index: string): readonly IndexedStory[] =>
  Object.values((JSON.parse(index) as Index).entries).filter(({type}) => type === 'story').map(({id, title, name}) => ({id, title, name}));
