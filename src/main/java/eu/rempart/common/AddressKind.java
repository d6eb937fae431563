package eu.rempart.common;

/** What an address is for. */
public enum AddressKind {
  WORK,
  HOME,
  BILLING,
  SHIPPING,
  OTHER
}
