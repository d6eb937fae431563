package eu.rempart.demo.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import eu.rempart.WithFirm;
import eu.rempart.account.CurrentMember;
import eu.rempart.account.Role;
import eu.rempart.demo.DemoPhase;
import eu.rempart.demo.DemoProgress;
import eu.rempart.demo.TestDemoProgress;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What people read of the demo firm's move. */
class DemoNoticeTest extends WithFirm {

  @Autowired private DSLContext dsl;
  @Autowired private CurrentMember current;

  @AfterEach
  void forget() {
    admin();
    sql("DELETE FROM demo_move");
  }

  private static String said(Component banner) {
    return banner.getElement().getTextRecursively();
  }

  @Test
  void pagesSayWhatIsDoneAndWhatIsLeft() {
    DemoProgress progress = TestDemoProgress.on(dsl);
    DemoNotice notice = new DemoNotice(progress, current);
    assertThat(notice.create()).isEmpty();
    assertThat(notice.sentence()).isEmpty();

    TestDemoProgress.at(progress, DemoPhase.DEALS);
    actAs(Role.MEMBER);
    assertThat(notice.create())
        .singleElement()
        .satisfies(
            banner ->
                assertThat(said(banner))
                    .contains(
                        DemoPhase.DEALS.percent() + " %",
                        "Done: custom fields, companies, contacts",
                        "Left: deals, activities, quotes, notes, documents"));
    assertThat(notice.sentence()).get().asString().contains("moving in");

    TestDemoProgress.done(progress);
    assertThat(notice.create()).isEmpty();
    assertThat(notice.sentence()).isEmpty();
  }

  @Test
  void administratorIsToldOnceThatPartIsMissing() {
    DemoProgress progress = TestDemoProgress.on(dsl);
    DemoNotice notice = new DemoNotice(progress, current);
    TestDemoProgress.at(progress, DemoPhase.QUOTES);
    TestDemoProgress.breaksOff(progress);
    actAs(Role.MEMBER);
    assertThat(notice.create()).isEmpty();
    admin();
    Component banner = notice.create().getFirst();
    assertThat(said(banner)).contains("did not move in completely", "Missing: quotes, notes");
    assertThat(notice.sentence()).as("no concern of whoever comes to the door").isEmpty();

    UI.getCurrent().add(banner);
    test(find(Button.class, banner).withText("Don’t show again").single()).click();
    assertThat(notice.create()).isEmpty();
  }
}
