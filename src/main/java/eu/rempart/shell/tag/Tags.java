package eu.rempart.shell.tag;

/**
 * The tags of the organisation, as far as screens of records need them; implemented by the room
 * {@code tag} for whoever is signed in.
 */
public interface Tags {

  /** All of them, read anew. */
  TagBook book();

  /** Whether the member may make new ones. */
  boolean mayCreate();

  /**
   * The tag of this name, which is made where there is none.
   *
   * @throws eu.rempart.common.InvalidFieldException if the name can't be kept
   */
  TagLook create(String name);
}
