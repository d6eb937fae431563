package eu.rempart.notice.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import eu.rempart.Patience;
import eu.rempart.account.Role;
import eu.rempart.account.Scope;
import eu.rempart.account.SignedInMember;
import eu.rempart.contact.ContactId;
import eu.rempart.history.RecordRef;
import eu.rempart.notice.MailPace;
import eu.rempart.notice.NoticeKind;
import eu.rempart.notice.NoticeService;
import eu.rempart.team.WithNarrowedMembers;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The bell on every page, and the page of what somebody is told. */
class NoticeScreensTest extends WithNarrowedMembers {

  @Autowired private NoticeService notices;

  private List<ListItem> lines() {
    return find(ListItem.class).withClassName("notice-line").all();
  }

  private String bell() {
    return find(Anchor.class)
        .withClassName("notice-bell")
        .single()
        .getChildren()
        .filter(child -> child.getElement().getClassList().contains("visually-hidden"))
        .map(child -> ((Span) child).getText())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theBellCountsAtOnceAndThePageTellsWhoDidWhat() {
    SignedInMember eve = join(Role.MEMBER);
    UUID me = admin().memberId(); // whose page it is
    notices.readAll();
    open("notices", "");
    assertThat(bell()).isEqualTo("No unread notifications");

    ContactId zoe = as(eve, () -> person("Zoltan", me));
    await()
        .pollInSameThread()
        .atMost(Patience.LONG)
        .untilAsserted(
            () -> {
              roundTrip();
              assertThat(bell())
                  .as("told while the page is open")
                  .isEqualTo("One unread notification");
            });

    open("notices", "");
    ListItem line = lines().getFirst();
    assertThat(line.hasClassName("notice-unread")).isTrue();
    assertThat(says("Max Muster made you the owner of")).isTrue();
    Anchor link = find(Anchor.class, line).single();
    assertThat(link.getText()).isEqualTo("Zoltan");
    assertThat(link.getHref()).isEqualTo("contacts/" + zoe);

    click("Mark all as read");
    assertThat(lines().getFirst().hasClassName("notice-unread")).isFalse();
    assertThat(notices.unread()).isZero();
  }

  @Test
  void aRecordThatIsHiddenIsNotNamedThere() {
    SignedInMember eve = narrowed(Role.MEMBER, only(Scope.OWN));
    ContactId hidden = person("Unsichtbar", admin().memberId());
    notices.tell(
        NoticeKind.MENTIONED, new RecordRef("contact", hidden.value()), List.of(eve.memberId()));
    act(eve);
    open("notices", "");
    assertThat(notices.unread()).isZero();
    assertThat(lines()).isEmpty();
  }

  @Test
  @SuppressWarnings("unchecked")
  void eachChoosesWhatTheyAreToldAndHowOftenByMail() {
    act(join(Role.MEMBER));
    open("notices", "");
    CheckboxGroup<NoticeKind> wanted =
        find(CheckboxGroup.class)
            .withCondition(each -> each.getLabel().equals("Tell me when"))
            .single();
    Select<MailPace> mail = select("By email");
    assertThat(wanted.getValue()).containsExactlyInAnyOrder(NoticeKind.values());
    assertThat(mail.getValue()).isEqualTo(MailPace.DAILY);

    wanted.setValue(Set.of(NoticeKind.MENTIONED));
    mail.setValue(MailPace.HOURLY);
    roundTrip();
    assertThat(notices.choice().unwanted())
        .containsExactlyInAnyOrder(NoticeKind.ASSIGNED, NoticeKind.INVITED, NoticeKind.REMINDED);
    assertThat(notices.choice().mail()).isEqualTo(MailPace.HOURLY);

    open("notices", "");
    Select<MailPace> again = select("By email");
    assertThat(again.getValue()).isEqualTo(MailPace.HOURLY);
  }
}
