package eu.rempart.shell.tag;

/** For forms that a test fills without tags. */
public final class NoTags implements Tags {

  @Override
  public TagBook book() {
    return TagBook.EMPTY;
  }

  @Override
  public boolean mayCreate() {
    return false;
  }

  @Override
  public TagLook create(String name) {
    throw new IllegalStateException("there are no tags here");
  }
}
