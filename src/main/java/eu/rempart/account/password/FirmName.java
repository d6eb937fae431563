package eu.rempart.account.password;

import java.util.Optional;

/** What the firm is called. Known by the room {@code quote}, which keeps the letterhead. */
public interface FirmName {

  /** Empty where nobody wrote it yet, or nobody on this thread can open it. */
  Optional<String> find();
}
