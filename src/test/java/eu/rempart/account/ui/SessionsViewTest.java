package eu.rempart.account.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import eu.rempart.account.Role;
import eu.rempart.account.SignedInMember;
import eu.rempart.account.WithApplication;
import eu.rempart.shell.part.RelativeTime;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SessionsViewTest extends WithApplication {

  private String address = "";

  /** A member at a page of theirs, on a phone in Germany. */
  private SignedInMember here() {
    admin();
    address = someone().value();
    var here = act(joinAs(address, Role.MEMBER));
    profile.chooseLanguage(Locale.ENGLISH);
    return here;
  }

  private SignedInMember elsewhere(SignedInMember here) {
    var elsewhere = signIn(address, PASSWORD);
    act(here);
    return elsewhere;
  }

  private List<String> words() {
    return find(Span.class).all().stream().map(Span::getText).toList();
  }

  @Test
  void eachSessionShowsPlaceDeviceAndTimes() {
    elsewhere(here());
    navigate(SessionsView.class);

    assertThat(find(SessionCard.class).all()).hasSize(2);
    assertThat(words())
        .contains("Firefox, Linux", "France", "Safari, iPhone", "Germany", "This session");
    assertThat(find(RelativeTime.class, find(SessionCard.class).all().getFirst()).single())
        .satisfies(time -> assertThat(time.getElement().getAttribute("title")).isNotBlank());
  }

  @Test
  void anotherSessionIsEnded() {
    var here = here();
    var elsewhere = elsewhere(here);
    navigate(SessionsView.class);
    click("End");

    assertThat(find(SessionCard.class).all()).hasSize(1);
    assertThat(find(Button.class).withText("End").exists()).isFalse();
    assertThat(isAlive(elsewhere)).isFalse();
    assertThat(isAlive(here)).isTrue();
  }

  @Test
  void allOthersAreEndedAtOnce() {
    var here = here();
    var one = elsewhere(here);
    var other = elsewhere(here);
    navigate(SessionsView.class);
    click("End all others");

    assertThat(find(SessionCard.class).all()).hasSize(1);
    assertThat(find(Button.class).withText("End all others").exists()).isFalse();
    assertThat(isAlive(one)).isFalse();
    assertThat(isAlive(other)).isFalse();
    assertThat(isAlive(here)).isTrue();
  }
}
