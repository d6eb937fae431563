package eu.rempart.quote;

import static eu.rempart.quote.TestQuotes.DAY;
import static eu.rempart.quote.TestQuotes.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.account.Role;
import eu.rempart.common.InvalidFieldException;
import eu.rempart.common.SaveResult;
import eu.rempart.common.custom.CustomKind;
import eu.rempart.common.custom.CustomValues;
import eu.rempart.common.custom.Labels;
import eu.rempart.customfield.CustomFieldData;
import eu.rempart.db.TestDatabase;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The organisation's own fields of quotes: of drafts they change, of issued ones never. */
class QuoteOwnFieldsTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private TestQuotes house;
  private UUID margin = new UUID(0, 0);

  @BeforeEach
  void open() throws Exception {
    house = new TestQuotes(database).withLetterhead();
    margin =
        house.as(
            Role.ADMINISTRATOR,
            () ->
                house.fields.create(
                    CustomKind.NUMBER,
                    new CustomFieldData(
                        Labels.of("Margin"), Set.of("quote"), Set.of(), false, List.of())));
  }

  private QuoteData roof(String value) {
    return TestQuotes.roof().toBuilder().custom(CustomValues.NONE.with(margin, value)).build();
  }

  @Test
  void valuesOfDraftsAreKeptChangedAndHeldToTheirFields() throws Exception {
    QuoteData ten = roof("10");
    QuoteData wrong = roof("much");
    QuoteId id = house.as(Role.MEMBER, () -> house.quotes.create(ten));
    assertThat(house.now(id).data()).isEqualTo(ten);
    assertThat(house.repository.rows(List.of(id.value())))
        .extracting(QuoteRow::custom)
        .containsExactly(ten.custom());
    assertThat(house.as(Role.MEMBER, () -> house.quotes.save(id, 1, ten, roof("12.5"))))
        .isInstanceOf(SaveResult.Saved.class);
    assertThat(house.now(id).data()).isEqualTo(roof("12.5"));
    for (Callable<?> refused :
        List.<Callable<?>>of(
            () -> house.quotes.create(wrong), () -> house.quotes.save(id, 2, ten, wrong))) {
      assertThatThrownBy(() -> house.as(Role.MEMBER, refused))
          .isInstanceOfSatisfying(
              InvalidFieldException.class,
              e -> assertThat(e.field()).isEqualTo("quote.field.custom"));
    }
  }

  @Test
  void anIssuedOneNeverChangesInThemWhateverWayAndARevisionHasThem() throws Exception {
    QuoteId id = house.as(Role.MEMBER, () -> house.quotes.create(roof("10")));
    Quote issued = house.issue(id);
    QuoteData other = issued.data().toBuilder().custom(roof("11").custom()).build();
    assertThatThrownBy(
            () ->
                house.as(
                    Role.MEMBER,
                    () -> house.quotes.save(id, issued.version(), issued.data(), other)))
        .isInstanceOf(IssuedQuoteException.class);
    assertThatThrownBy(() -> house.as(Role.MEMBER, () -> house.quotes.sort(Map.of(issued, other))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                house.as(
                    Role.MEMBER,
                    () ->
                        house.repository.update(
                            id, issued.version(), EnumSet.of(QuoteField.CUSTOM), other, null)))
        .as("the database holds it too")
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("is issued and never changes");
    assertThat(house.now(id).data()).isEqualTo(issued.data());

    Quote draft = done(house.as(Role.MEMBER, () -> house.steps.revise(id, issued.version())));
    assertThat(draft.data().custom()).isEqualTo(roof("10").custom());
    house.as(
        Role.MEMBER,
        () -> house.quotes.save(draft.id(), draft.version(), draft.data(), draftWith(draft, "14")));
    assertThat(house.issue(draft.id()).data().custom()).isEqualTo(roof("14").custom());
    assertThat(house.now(id).data().custom()).isEqualTo(roof("10").custom());
  }

  private QuoteData draftWith(Quote draft, String value) {
    return draft.data().toBuilder().custom(roof(value).custom()).build();
  }

  @Test
  void oneThatDoesNotOpenStaysInTheHouseAndIsNotCopied() throws Exception {
    QuoteId id = house.as(Role.MEMBER, () -> house.quotes.create(roof("10")));
    database.owner().execute("UPDATE quote SET custom = title WHERE id = ?", id.value());
    Quote broken = house.now(id);
    assertThat(broken.unopenable()).containsOnlyKeys(QuoteField.CUSTOM);
    assertThat(broken.data().custom()).isEqualTo(CustomValues.NONE);

    Quote issued = house.issue(id);
    assertThat(issued.unreadable()).isEmpty();
    assertThatThrownBy(() -> house.as(Role.MEMBER, () -> house.steps.revise(id, issued.version())))
        .isInstanceOf(UnopenableQuoteException.class);
    assertThat(house.as(Role.MEMBER, () -> house.steps.accept(id, issued.version(), DAY)))
        .isInstanceOf(QuoteStep.Done.class);
  }
}
