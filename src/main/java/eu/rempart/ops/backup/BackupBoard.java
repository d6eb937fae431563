package eu.rempart.ops.backup;

import eu.rempart.ops.backup.BackupState.Obstacle;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** What this process knows of the work at backups beside the tables. Thread safe. */
final class BackupBoard {

  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private volatile @Nullable Obstacle obstacle = Obstacle.DATABASE_ELSEWHERE;
  private volatile Runnable poke = () -> {};

  /** Why this server makes no backups; null where it does. */
  @Nullable Obstacle obstacle() {
    return obstacle;
  }

  void put(@Nullable Obstacle now) {
    obstacle = now;
    news();
  }

  /** Says who is told that there is something to do. */
  void workedBy(Runnable worker) {
    poke = worker;
  }

  /** Something was asked for. */
  void asked() {
    poke.run();
    news();
  }

  void news() {
    listeners.forEach(Runnable::run);
  }

  /**
   * Has somebody told of each change, in a thread that must not wait.
   *
   * @return ends that
   */
  Runnable onChange(Runnable news) {
    listeners.add(news);
    return () -> listeners.remove(news);
  }
}
