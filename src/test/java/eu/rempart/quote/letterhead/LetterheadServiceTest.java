package eu.rempart.quote.letterhead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.account.NotPermittedException;
import eu.rempart.account.Role;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.common.Picture;
import eu.rempart.db.TestDatabase;
import eu.rempart.picture.TestPictures;
import eu.rempart.quote.TestQuotes;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LetterheadServiceTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  @Test
  void administratorsWriteItAndEverybodyWithAKeyReadsIt() throws Exception {
    TestQuotes house = new TestQuotes(database);
    LetterheadService letterheads = house.letterheads;
    int version = house.as(Role.READER, letterheads::find).version();

    assertThat(house.as(Role.ADMINISTRATOR, () -> letterheads.save(version, TestQuotes.FIRM)))
        .isTrue();
    assertThat(house.as(Role.READER, letterheads::find).letterhead()).isEqualTo(TestQuotes.FIRM);
    assertThat(house.as(Role.ADMINISTRATOR, () -> letterheads.save(version, TestQuotes.FIRM)))
        .as("somebody wrote it meanwhile")
        .isFalse();
  }

  @Test
  void whoIsNotAdministratorWritesNothing() {
    TestQuotes house = new TestQuotes(database);
    for (Role role : new Role[] {Role.MANAGER, Role.MEMBER, Role.READER, Role.ENGINEER}) {
      assertThatThrownBy(() -> house.as(role, () -> house.letterheads.save(0, TestQuotes.FIRM)))
          .as("%s", role)
          .isInstanceOf(NotPermittedException.class);
    }
    assertThatThrownBy(() -> house.as(Role.ENGINEER, house.letterheads::find))
        .isInstanceOf(NotPermittedException.class);
  }

  @Test
  void itNeedsANameAndACountryThatIsOne() {
    TestQuotes house = new TestQuotes(database);
    for (String json :
        new String[] {"{}", "{\"name\":\"A\"}", "{\"name\":\"A\",\"country\":\"ZZ\"}"}) {
      assertThatThrownBy(
              () ->
                  house.as(
                      Role.ADMINISTRATOR, () -> house.letterheads.save(0, Letterhead.parse(json))))
          .as(json)
          .isInstanceOf(InvalidFieldException.class);
    }
  }

  @Test
  void aLogoIsKeptSealedStaysAsItWasAndIsTakenAway() throws Exception {
    TestQuotes house = new TestQuotes(database);
    LetterheadService letterheads = house.letterheads;
    Picture red = TestPictures.reader().drawing(TestPictures.file("png", 300, 100));
    house.as(
        Role.ADMINISTRATOR,
        () ->
            letterheads.save(
                letterheads.find().version(), TestQuotes.FIRM, new NewLogo(" red.png ", red)));
    Letterhead with = house.as(Role.READER, letterheads::find).letterhead();
    assertThat(house.as(Role.READER, () -> letterheads.logo(with))).contains(red);
    assertThatThrownBy(() -> house.as(Role.ENGINEER, () -> letterheads.logo(with)))
        .isInstanceOf(NotPermittedException.class);
    house.as(
        Role.ADMINISTRATOR,
        () -> letterheads.save(letterheads.find().version(), with.withLogo(null), null));
    assertThat(house.as(Role.READER, letterheads::find).letterhead().logo()).isNull();
    assertThat(house.as(Role.READER, () -> letterheads.logo(with)))
        .as("what an issued quote names is still there")
        .contains(red);
    database.app().execute("DELETE FROM letterhead_logo");
    assertThat(house.as(Role.READER, () -> letterheads.logo(with))).contains(red);
    assertThatThrownBy(() -> database.app().execute("UPDATE letterhead_logo SET name = '\\x00'"))
        .hasMessageContaining("never changes");
  }

  @Test
  void aLogoOfALetterheadThatSomebodyElseWroteMeanwhileIsNotKept() throws Exception {
    TestQuotes house = new TestQuotes(database).withLetterhead();
    Picture red = TestPictures.reader().drawing(TestPictures.file("png", 30, 30));
    int before = database.app().fetchCount(DSL.table("letterhead_logo"));
    assertThat(
            house.as(
                Role.ADMINISTRATOR,
                () -> house.letterheads.save(99, TestQuotes.FIRM, new NewLogo("a", red))))
        .isFalse();
    assertThat(database.app().fetchCount(DSL.table("letterhead_logo"))).isEqualTo(before);
  }

  @Test
  void termsFallBackToThoseThatAreThere() {
    assertThat(TestQuotes.FIRM.termsIn("de")).isEqualTo("Zahlbar in 30 Tagen.");
    assertThat(TestQuotes.FIRM.termsIn("nl"))
        .as("as in all others")
        .isEqualTo(TestQuotes.FIRM.terms());
    Letterhead german =
        Letterhead.parse("{\"name\":\"A\",\"termsByLanguage\":{\"de\":\"Bar\",\"fr\":\" \"}}");
    assertThat(german.termsByLanguage()).containsOnlyKeys("de");
    assertThat(german.termsIn("fr")).as("the only ones").isEqualTo("Bar");
    assertThat(Letterhead.parse("{\"name\":\"A\"}").termsIn("fr")).isNull();
  }

  @Test
  void whatIsKeptWithAQuoteComesBackAsItWas() {
    assertThat(Letterhead.parse(TestQuotes.FIRM.toJson())).isEqualTo(TestQuotes.FIRM);
    assertThat(Letterhead.parse("not json")).isEqualTo(Letterhead.EMPTY);
  }
}
