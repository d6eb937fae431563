package eu.rempart.common;

/** What rings at a number. */
public enum PhoneKind {
  MOBILE,
  WORK,
  HOME,
  FAX,
  PAGER,
  OTHER
}
