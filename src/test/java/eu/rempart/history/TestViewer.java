package eu.rempart.history;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/** A member with some rights, who can be changed in the middle of a test. */
public final class TestViewer implements Viewer {

  private UUID member;
  private Set<Act> acts;

  /** A member who may do all of this. */
  public TestViewer(UUID member, Act... acts) {
    this.member = member;
    this.acts = Set.of(acts);
  }

  /** Somebody else looks from now on. */
  public void becomes(UUID other, Act... others) {
    member = other;
    acts = Set.of(others);
  }

  /** Somebody who may do anything looks from now on. */
  public void becomesAdministrator(UUID other) {
    member = other;
    acts = EnumSet.allOf(Act.class);
  }

  @Override
  public UUID memberId() {
    return member;
  }

  @Override
  public boolean may(Act act) {
    return acts.contains(act);
  }

  @Override
  public void require(Act act) {
    if (!may(act)) {
      throw new SecurityException("may not " + act);
    }
  }
}
