package eu.rempart.vault.password;

import eu.rempart.vault.crypto.Argon2;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Passwords that cost nothing, and a list of what they would have cost. */
public final class CountedPasswords {

  private final List<Argon2.Cost> costs = new CopyOnWriteArrayList<>();

  public Stretching stretching() {
    return new Stretching(
        2,
        Duration.ofMinutes(1),
        (password, salt, cost) -> {
          costs.add(cost);
          return QuickPasswords.digest(password, salt, cost);
        });
  }

  /** What the work costs, one entry for each key that is made from a password. */
  public List<Argon2.Cost> of(Runnable work) {
    costs.clear();
    work.run();
    return new ArrayList<>(costs);
  }
}
