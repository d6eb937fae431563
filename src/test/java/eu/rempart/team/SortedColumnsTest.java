package eu.rempart.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.rempart.Patience;
import eu.rempart.account.Role;
import eu.rempart.account.SignedInMember;
import eu.rempart.account.right.FieldRule;
import eu.rempart.common.Birthday;
import eu.rempart.company.CompanyColumn;
import eu.rempart.company.CompanyData;
import eu.rempart.company.CompanyFilter;
import eu.rempart.company.CompanyId;
import eu.rempart.company.CompanyQuery;
import eu.rempart.company.CompanyRow;
import eu.rempart.contact.ContactColumn;
import eu.rempart.contact.ContactData;
import eu.rempart.contact.ContactDataBuilder;
import eu.rempart.contact.ContactFilter;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.ContactQuery;
import eu.rempart.contact.ContactRow;
import eu.rempart.tag.Tag;
import eu.rempart.tag.TagService;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Lists of people and firms sort by whatever they show: by names too that stand in other rows. */
class SortedColumnsTest extends WithNarrowedMembers {

  @Autowired private TagService tags;

  private String word = "";

  @BeforeEach
  void chooseAWord() {
    word = "w" + UUID.randomUUID().toString().substring(0, 8);
  }

  @Test
  void everyColumnThatCanBeShownSorts() {
    assertThat(EnumSet.complementOf(EnumSet.of(ContactColumn.CUSTOM)))
        .allMatch(ContactColumn::sortable);
    assertThat(EnumSet.complementOf(EnumSet.of(CompanyColumn.CUSTOM)))
        .allMatch(CompanyColumn::sortable);
  }

  @Test
  void byWhatTheOwnerIsCalledAlsoAfterARename() {
    SignedInMember zora = called("Zora");
    SignedInMember aenne = called("Änne");
    SignedInMember bea = called("bea");
    ContactId ofZora = contact("1", zora.memberId());
    ContactId ofBea = contact("2", bea.memberId());
    ContactId ofAenne = contact("3", aenne.memberId());
    ContactId nobodys = contact("4", null);
    CompanyId firmOfZora = firm("1 " + word, zora.memberId());
    CompanyId firmOfBea = firm("2 " + word, bea.memberId());
    CompanyId firmOfAenne = firm("3 " + word, aenne.memberId());

    assertThat(people(ContactColumn.OWNER, false)).containsExactly(ofAenne, ofBea, ofZora, nobodys);
    assertThat(people(ContactColumn.OWNER, true)).containsExactly(ofZora, ofBea, ofAenne, nobodys);
    assertThat(oneByOne(ContactColumn.OWNER, true))
        .as("a page each, behind the one before")
        .containsExactly(ofZora, ofBea, ofAenne, nobodys);
    assertThat(firms(CompanyColumn.OWNER, false))
        .containsExactly(firmOfAenne, firmOfBea, firmOfZora);

    rename(zora, "Aalke");

    await()
        .atMost(Patience.LONG)
        .pollInSameThread()
        .untilAsserted(
            () -> {
              assertThat(people(ContactColumn.OWNER, false))
                  .containsExactly(ofZora, ofAenne, ofBea, nobodys);
              assertThat(firms(CompanyColumn.OWNER, true))
                  .containsExactly(firmOfBea, firmOfAenne, firmOfZora);
            });
  }

  @Test
  void byWhatTheTagsAreCalledAlsoAfterARenameAndWithoutThoseInTheBin() {
    Tag a = tags.create("a " + word);
    Tag b = tags.create("B " + word);
    Tag c = tags.create("ç " + word);
    ContactId two = contacts.create(person("1").tags(ids(c, a)).build());
    ContactId one = contacts.create(person("2").tags(ids(b)).build());
    ContactId none = contacts.create(person("3").build());
    CompanyId firmOfTwo =
        companies.create(CompanyData.builder().name("1 " + word).tags(ids(c, a)).build());
    CompanyId firmOfOne =
        companies.create(CompanyData.builder().name("2 " + word).tags(ids(b)).build());

    assertThat(people(ContactColumn.TAGS, false)).containsExactly(two, one, none);
    assertThat(people(ContactColumn.TAGS, true)).containsExactly(one, two, none);
    assertThat(firms(CompanyColumn.TAGS, true)).containsExactly(firmOfOne, firmOfTwo);

    tags.save(new Tag(a.id(), a.version(), "z " + word, a.tone()));

    await()
        .atMost(Patience.LONG)
        .pollInSameThread()
        .untilAsserted(
            () -> {
              assertThat(people(ContactColumn.TAGS, false)).containsExactly(one, two, none);
              assertThat(firms(CompanyColumn.TAGS, false)).containsExactly(firmOfOne, firmOfTwo);
            });

    tags.archive(b.id());

    await()
        .atMost(Patience.LONG)
        .pollInSameThread()
        .untilAsserted(
            () -> assertThat(people(ContactColumn.TAGS, false)).containsExactly(two, one, none));
  }

  @Test
  void byBirthdaysAsTheyComeInTheYear() {
    ContactId december = contacts.create(born("1", "1950-12-31"));
    ContactId march = contacts.create(born("2", "1990-03-07"));
    ContactId someMarch = contacts.create(born("3", "--03-07"));
    ContactId january = contacts.create(born("4", "2001-01-01"));
    ContactId unknown = contact("0", null);

    assertThat(people(ContactColumn.BIRTHDAY, false))
        .containsExactly(january, someMarch, march, december, unknown);
    assertThat(people(ContactColumn.BIRTHDAY, true))
        .containsExactly(december, march, someMarch, january, unknown);
  }

  @Test
  void whoMayNotSeeAFieldSortsNothingByIt() {
    Tag a = tags.create("a " + word);
    Tag b = tags.create("b " + word);
    ContactId first =
        contacts.create(
            person("1").tags(ids(b)).birthday(Birthday.parse("1990-12-01").orElseThrow()).build());
    ContactId second =
        contacts.create(
            person("2").tags(ids(a)).birthday(Birthday.parse("1990-01-01").orElseThrow()).build());
    SignedInMember eve =
        narrowed(
            Role.MEMBER,
            without("contact", Map.of("tags", FieldRule.HIDDEN, "birthday", FieldRule.HIDDEN)));

    for (ContactColumn column : List.of(ContactColumn.TAGS, ContactColumn.BIRTHDAY)) {
      assertThat(people(column, false)).as("%s", column).containsExactly(second, first);
      assertThat(as(eve, () -> people(column, false)))
          .as("%s, by name", column)
          .containsExactly(first, second);
    }
  }

  @Test
  void namesThatAreSortedByAreNotSearched() {
    SignedInMember owner = called("Owner" + word);
    contacts.create(ContactData.builder().lastName("Plain").ownerId(owner.memberId()).build());

    assertThat(contacts.page(ContactQuery.named("Owner" + word), 0, 5).total()).isZero();
  }

  private SignedInMember called(String name) {
    SignedInMember member = join(Role.MEMBER);
    rename(member, name);
    return member;
  }

  private void rename(SignedInMember member, String name) {
    as(
        member,
        () -> {
          profile.rename(name);
          return name;
        });
  }

  private ContactId contact(String first, @Nullable UUID owner) {
    return contacts.create(person(first).ownerId(owner).build());
  }

  /** Whose name sorts by the first letter. */
  private ContactDataBuilder person(String first) {
    return ContactData.builder().lastName(first + " " + word);
  }

  private ContactData born(String first, String day) {
    return person(first).birthday(Birthday.parse(day).orElseThrow()).build();
  }

  private static Set<UUID> ids(Tag... tags) {
    return Arrays.stream(tags).map(tag -> tag.id().value()).collect(Collectors.toSet());
  }

  private ContactQuery query(ContactColumn sort, boolean descending) {
    return new ContactQuery(
        word, ContactFilter.NONE, sort, descending, Set.of(ContactColumn.NAME, sort));
  }

  private List<ContactId> people(ContactColumn sort, boolean descending) {
    return contacts.page(query(sort, descending), 0, 50).rows().stream()
        .map(ContactRow::id)
        .toList();
  }

  private List<ContactId> oneByOne(ContactColumn sort, boolean descending) {
    return contacts.ids(query(sort, descending), 1).flatMap(Collection::stream).toList();
  }

  private List<CompanyId> firms(CompanyColumn sort, boolean descending) {
    CompanyQuery query =
        new CompanyQuery(
            word, CompanyFilter.NONE, sort, descending, Set.of(CompanyColumn.NAME, sort));
    return companies.page(query, 0, 50).rows().stream().map(CompanyRow::id).toList();
  }
}
