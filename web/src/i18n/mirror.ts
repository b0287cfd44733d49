/** The shape of one language in another. Chinese has one plural form, so English singulars have no counterpart. */
export type Mirror<T> = {
  [Key in keyof T as Key extends `${string}_one` ? never : Key]: T[Key] extends string ? string : Mirror<T[Key]>;
};
