package eu.rempart.journey.server;

import com.icegreen.greenmail.user.GreenMailUser;
import eu.rempart.journey.Installation;
import eu.rempart.journey.MailedFirm;
import eu.rempart.journey.Needles;
import eu.rempart.journey.Person;
import eu.rempart.journey.Way;
import eu.rempart.journey.crm.EmailJourneyIT;
import eu.rempart.journey.crm.EmailJourneyIT.Exchange;

/** A mail that goes out and its answer, of which nothing may be seen; nor of the mailbox's key. */
final class SampleMails {

  private static final Exchange MAILS =
      new Exchange(
          "Zwiebelfisch",
          "lena@zwiebelfisch.example",
          "kontor@quacksalber.example",
          "Thanks for the zeppelin",
          "Yes to the ziggurat");

  private SampleMails() {}

  static void addTo(Needles needles) {
    needles.add("Lena " + MAILS.family());
    needles.add(MAILS.address());
    needles.add(MAILS.own());
    needles.add(MAILS.template());
    needles.add(MAILS.answer());
    needles.add("Dear Lena, thank you for coming");
    needles.add("Come on Thursday at ten");
    needles.add(EmailJourneyIT.SECRET);
  }

  /** At an installation whose mail goes through real servers. */
  static void use(Installation installation) throws Exception {
    GreenMailUser box =
        MailedFirm.SERVERS.green().setUser(MAILS.own(), MAILS.own(), EmailJourneyIT.SECRET);
    try (Person person = Person.at(installation, Way.DESKTOP_ENGLISH)) {
      person.signIn();
      EmailJourneyIT.bringLena(person, MAILS.family(), MAILS.address());
      EmailJourneyIT.correspond(person, MAILS, box);
    }
  }
}
