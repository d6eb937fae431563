package eu.rempart.shell.custom;

/** An organisation without fields of its own. */
public final class NoCustomFields implements CustomFields {

  @Override
  public CustomBook book() {
    return CustomBook.EMPTY;
  }
}
