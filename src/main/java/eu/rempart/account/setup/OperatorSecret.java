package eu.rempart.account.setup;

/** A secret that the operator chose or read at an unattended set-up, and may still know. */
public enum OperatorSecret {
  /** The first administrator's password: it stood in the environment. */
  PASSWORD,
  /** The recovery kit: it lay in a file. */
  KIT
}
