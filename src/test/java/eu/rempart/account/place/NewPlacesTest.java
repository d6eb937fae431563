package eu.rempart.account.place;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.account.Role;
import eu.rempart.account.SignedInMember;
import eu.rempart.account.WithApplication;
import eu.rempart.mail.Recipients;
import eu.rempart.shell.text.Catalogue;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** Sign-ins from new countries where there is no mail server. */
class NewPlacesTest extends WithApplication {

  @Autowired NewPlaces news;
  @Autowired Recipients recipients;
  @Autowired ApplicationEventPublisher publisher;

  /** A member who is signed in from Germany, and signed in from there for the first time. */
  private SignedInMember fromGermany() {
    var member = join(Role.MEMBER);
    news.arrived(member.memberId(), "DE", "Safari, iPhone");
    return act(member);
  }

  @Test
  void theFirstSignInOfAllIsNoNews() {
    fromGermany();
    assertThat(profile.newPlaces()).isEmpty();
  }

  @Test
  void aNewCountryIsToldUntilTheMemberSaysThatItWasThem() {
    var member = fromGermany();
    news.arrived(member.memberId(), "BR", "Chrome, Windows");
    news.arrived(member.memberId(), "BR", "Firefox, Linux");

    assertThat(profile.newPlaces())
        .extracting(NewPlace::place, NewPlace::device)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("BR", "Chrome, Windows"));
    profile.placeIsMine("BR");
    assertThat(profile.newPlaces()).isEmpty();
    news.arrived(member.memberId(), "BR", "Chrome, Windows");
    assertThat(profile.newPlaces()).as("known by now").isEmpty();
  }

  @Test
  void whoeverCameFromThereNeitherSeesNorHidesIt() {
    var owner = fromGermany();
    var thief =
        new SignedInMember(
            owner.memberId(), owner.role(), java.util.UUID.randomUUID(), owner.vault());
    sessions.begin(thief, "Chrome, Windows", "BR");
    news.arrived(owner.memberId(), "BR", "Chrome, Windows");

    act(thief);
    assertThat(profile.newPlaces()).isEmpty();
    profile.placeIsMine("BR");
    act(owner);
    assertThat(profile.newPlaces()).hasSize(1);
  }

  @Test
  void aLetterThatWasGivenUpIsToldOnAPage() {
    var member = fromGermany();
    news.arrived(member.memberId(), "JP", "Chrome, Windows");
    profile.placeIsMine("JP");
    publisher.publishEvent(
        new eu.rempart.mail.MailGivenUp(
            member.memberId(), NewPlaceLetter.KIND, Map.of(NewPlaceLetter.PLACE, "JP")));

    assertThat(profile.newPlaces()).extracting(NewPlace::place).containsExactly("JP");
  }

  @Test
  void lettersGoToTheSealedAddressInTheMembersLanguage() {
    var address = someone().value();
    var member = act(joinAs(address, Role.MEMBER));

    assertThat(recipients.find(member.memberId()))
        .hasValueSatisfying(
            to -> {
              assertThat(to.address()).isEqualTo(address);
              assertThat(to.language()).isEqualTo(Locale.FRENCH);
              assertThat(to.toString()).doesNotContain(address);
            });
    admin();
    members.suspend(member.memberId());
    assertThat(recipients.find(member.memberId())).isEmpty();
  }

  @Test
  void theLetterSaysWhereWhenAndWithWhatAndLeadsToTheSessions() {
    var letter = new NewPlaceLetter(new Catalogue());
    var facts = Map.of("place", "BR", "device", "Chrome, Windows", "at", "2026-11-25T09:30:00Z");
    var english = letter.write(facts, Locale.ENGLISH, "https://crm.example");
    var french = letter.write(facts, Locale.FRENCH, "https://crm.example");

    assertThat(english.subject()).isEqualTo("Rempart: a sign-in from a new country (Brazil)");
    assertThat(english.text())
        .contains("Where: Brazil", "25 November 2026", "09:30 UTC", "Chrome, Windows")
        .contains("\nhttps://crm.example/profile/sessions\n");
    assertThat(french.subject()).contains("Brésil");
    assertThat(french.text()).contains("25 novembre 2026", "09:30 UTC");
    assertThat(Objects.requireNonNull(english.text())).doesNotContain("{");
  }
}
