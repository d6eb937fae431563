package eu.rempart.shell.field;

/** An input that may hold what can't be kept, outside of a form that would say so. */
public interface CheckedInput {

  /** Whether it can be kept; else the input says what is wrong. */
  boolean check();
}
