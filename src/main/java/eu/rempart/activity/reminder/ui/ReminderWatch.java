package eu.rempart.activity.reminder.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.account.SignedInMember;
import eu.rempart.activity.ActivityRow;
import eu.rempart.activity.reminder.ReminderService;
import eu.rempart.activity.ui.ActivityNavigation;
import eu.rempart.activity.ui.ActivityTexts;
import eu.rempart.shell.MainLayout;
import eu.rempart.shell.part.Notices;
import eu.rempart.vault.lock.VaultLockedException;
import jakarta.annotation.PreDestroy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * Asks every twenty seconds, for each member with an open page, what they are to be reminded of,
 * and shows it in all their pages on this server. What comes while none is open waits in the
 * database, whatever happens to this process.
 */
@Component
class ReminderWatch implements VaadinServiceInitListener {

  private static final long serialVersionUID = 1L;
  private static final int EVERY_SECONDS = 20;
  private static final Logger log = LoggerFactory.getLogger(ReminderWatch.class);

  private final transient CurrentMember current;
  private final transient ReminderService reminders;
  private final transient Map<UI, SignedInMember> pages = new ConcurrentHashMap<>();
  private final transient ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("reminders").factory());

  ReminderWatch(CurrentMember current, ReminderService reminders) {
    this.current = current;
    this.reminders = reminders;
  }

  @Override
  public void serviceInit(ServiceInitEvent event) {
    event
        .getSource()
        .addUIInitListener(
            init ->
                current
                    .find()
                    .filter(member -> member.role().may(Right.READ_RECORDS))
                    .ifPresent(member -> watch(init.getUI(), member)));
    var _ =
        clock.scheduleWithFixedDelay(this::tick, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  /**
   * While a page of the frame is shown: on the wall everybody would read what customers are about,
   * and it would cover what hangs there.
   */
  private void watch(UI ui, SignedInMember member) {
    ui.addAfterNavigationListener(
        moved -> {
          if (moved.getActiveChain().stream().anyMatch(MainLayout.class::isInstance)) {
            pages.put(ui, member);
          } else {
            pages.remove(ui);
          }
        });
    ui.addDetachListener(_ -> pages.remove(ui));
  }

  @PreDestroy
  void stop() {
    clock.shutdownNow();
  }

  /** One look at the clock. */
  void tick() {
    Map<UUID, Open> open = new HashMap<>();
    pages.forEach(
        (ui, member) ->
            open.computeIfAbsent(member.memberId(), _ -> new Open(member, new ArrayList<>()))
                .pages()
                .add(ui));
    open.values().forEach(one -> remind(one.member(), one.pages()));
  }

  private record Open(SignedInMember member, List<UI> pages) {}

  private void remind(SignedInMember member, List<UI> uis) {
    try {
      current.runAs(
          member,
          () -> {
            List<ActivityRow> due = reminders.due();
            if (!due.isEmpty()) {
              uis.forEach(ui -> show(ui, due));
              reminders.seen(due.stream().map(ActivityRow::id).toList());
            }
          });
    } catch (VaultLockedException | AccessDeniedException _) {
      // the session ended at this moment; its page leaves by itself, the reminder waits
      log.debug("no reminders: the session has ended");
    } catch (RuntimeException e) {
      log.error("reminders could not be shown; they are tried again", e);
    }
  }

  private static void show(UI ui, List<ActivityRow> due) {
    var _ =
        ui.access(
            () ->
                due.forEach(
                    row ->
                        Notices.remind(
                            t(
                                "activity.reminder.notice",
                                ActivityTexts.title(row.shown(), row.unopenable()),
                                ActivityTexts.line(row.shown(), Instant.now())),
                            t("activity.reminder.open"),
                            () -> ActivityNavigation.open(row.id()))));
  }
}
