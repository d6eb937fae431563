package eu.rempart.notice;

import eu.rempart.db.RowsChanged;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lets pages know that their member is told something new. Thread safe. */
@Component
public class NoticeBoard {

  private final Map<UUID, List<Runnable>> pages = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /**
   * Calls the page, on a thread of its own, whenever the member's notices change.
   *
   * @return how to stop that
   */
  public Runnable listen(UUID member, Runnable page) {
    pages.computeIfAbsent(member, _ -> new CopyOnWriteArrayList<>()).add(page);
    return () ->
        pages.computeIfPresent(
            member,
            (_, all) -> {
              all.remove(page);
              return all.isEmpty() ? null : all;
            });
  }

  @EventListener
  void changed(RowsChanged rows) {
    if (rows.table().equals("notice")) {
      rows.ids().forEach(member -> pages.getOrDefault(member, List.of()).forEach(threads::execute));
    }
  }
}
