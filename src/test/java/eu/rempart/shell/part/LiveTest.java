package eu.rempart.shell.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
import eu.rempart.WithFirm;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What keeps screens up to date, while the database takes its time or is away. */
class LiveTest extends WithFirm {

  private Runnable news = () -> {};

  private void keep(Runnable show) {
    Div owner = new Div();
    Live.keep(
        owner,
        listener -> {
          news = listener;
          return () -> news = () -> {};
        },
        show);
    UI.getCurrent().add(owner);
  }

  @Test
  void whoeverBringsTheNewsWaitsForNoScreen() {
    var begun = new CountDownLatch(1);
    var end = new CountDownLatch(1);
    var shown = new CopyOnWriteArrayList<Integer>();
    keep(
        () -> {
          begun.countDown();
          waitFor(end);
          shown.add(shown.size());
        });
    outside(
        () -> {
          news.run();
          waitFor(begun);
          for (int i = 0; i < 20; i++) {
            news.run();
          }
          assertThat(shown).as("the screen is still being drawn").isEmpty();
          end.countDown();
          await().until(() -> shown.size() == 2);
        });
    assertThat(shown).as("news that came meanwhile are one").isEqualTo(List.of(0, 1));
  }

  @Test
  void aScreenThatCanNotBeDrawnSaysNothingAndIsTriedAgain() {
    var tries = new CopyOnWriteArrayList<Integer>();
    keep(
        () -> {
          tries.add(tries.size());
          throw new IllegalStateException("the database is away");
        });
    int notices = find(Notification.class).all().size();
    for (int i = 1; i <= 3; i++) {
      int wanted = i;
      outside(
          () -> {
            news.run();
            await().until(() -> tries.size() == wanted);
          });
      roundTrip();
    }
    assertThat(find(Notification.class).all()).hasSize(notices);
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
