/** The id of a line in the list of what is offered: what a screen reader follows. */
export const optionId = (list: string, item: { readonly id: number } | undefined) => `${list}-${item?.id ?? 'none'}`
