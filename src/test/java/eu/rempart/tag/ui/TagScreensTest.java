package eu.rempart.tag.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.WithFirm;
import eu.rempart.account.Role;
import eu.rempart.contact.Contact;
import eu.rempart.contact.ContactData;
import eu.rempart.contact.ContactFilter;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.ContactQuery;
import eu.rempart.contact.ContactRow;
import eu.rempart.contact.ui.ContactNavigation;
import eu.rempart.history.HistoryService;
import eu.rempart.history.RecordRef;
import eu.rempart.recall.ui.RecallNavigation;
import eu.rempart.search.rule.Operator;
import eu.rempart.search.rule.Rule;
import eu.rempart.shell.tag.TagsField;
import eu.rempart.tag.Tag;
import eu.rempart.tag.TagRules;
import eu.rempart.tag.TagService;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Tags from the form to the list and the bin, and the star. */
class TagScreensTest extends WithFirm {

  @Autowired private TagService tags;
  @Autowired private HistoryService history;

  private ContactId tagged(String last, Tag... chosen) {
    return contacts.create(ContactData.builder().lastName(last).tags(ids(chosen)).build());
  }

  private static Set<UUID> ids(Tag... chosen) {
    return Set.copyOf(List.of(chosen).stream().map(tag -> tag.id().value()).toList());
  }

  private List<String> chips() {
    return find(Span.class).withClassName("tag-chip").all().stream().map(Span::getText).toList();
  }

  private List<ContactRow> with(Tag tag) {
    Rule carries = new Rule.Test("tag", Operator.IS, List.of(tag.id().toString()));
    return contacts
        .page(
            new ContactQuery(
                "",
                ContactFilter.NONE.with(carries),
                ContactQuery.ALL.sort(),
                false,
                ContactQuery.ALL.shown()),
            0,
            10)
        .rows();
  }

  @Test
  void aTypedNameBecomesATagOnTheContact() {
    ContactId id = person("Tessa", "Tagwerk");
    open(ContactNavigation.details(id), "");
    click("Edit");
    TagsField field = find(TagsField.class).single();
    com.vaadin.flow.component.ComponentUtil.fireEvent(
        field,
        new com.vaadin.flow.component.combobox.ComboBoxBase.CustomValueSetEvent<>(
            field, true, "Sailor"));
    click("Save contact");

    assertThat(chips()).containsExactly("Sailor");
    Contact kept = contacts.find(id).orElseThrow();
    Tag sailor = TagRules.named(tags.all(), "sailor").orElseThrow();
    assertThat(kept.data().tags()).containsExactly(sailor.id().value());
    assertThat(history.timeline(new RecordRef("contact", id.value())).getFirst().changes())
        .extracting(change -> change.column())
        .containsExactly("tags");
  }

  @Test
  void theListShowsThoseWithATagAndForgetsItWhileItLiesInTheBin() {
    Tag tag = tags.create("Regatta");
    ContactId id = tagged("Regattakind", tag);
    tagged("Anderskind");

    assertThat(with(tag)).extracting(ContactRow::id).containsExactly(id);

    open("contacts", "tag=" + tag.id());
    assertThat(test(grid()).size()).isEqualTo(1);

    UUID change = tags.archive(tag.id());
    open(ContactNavigation.details(id), "");
    assertThat(chips()).isEmpty();

    history.name(new RecordRef("tag", tag.id().value()));
    assertThat(change).isNotNull();
  }

  @Test
  void theScreenOfTagsAddsRenamesArchivesAndTakesThatBack() {
    navigate(TagsView.class);
    test(find(TextField.class).withLabel("New tag").single()).setValue("Brandnew");
    click("Add tag");
    assertThat(chips()).contains("Brandnew");

    click("Add tag");
    assertThat(find(TextField.class).withLabel("New tag").single().getErrorMessage())
        .isEqualTo("Give the tag a name.");

    TextField name =
        find(TextField.class).withLabel("Name").all().stream()
            .filter(field -> field.getValue().equals("Brandnew"))
            .findFirst()
            .orElseThrow();
    test(name).setValue("Renamed");
    assertThat(chips()).contains("Renamed").doesNotContain("Brandnew");

    test(find(Button.class).withAriaLabel("Archive the tag Renamed").single()).click();
    assertThat(chips()).doesNotContain("Renamed");
    click("Undo");
    assertThat(chips()).contains("Renamed");
  }

  @Test
  void aTakenNameIsToldAtTheField() {
    tags.create("First come");
    tags.create("Second come");
    navigate(TagsView.class);
    TextField name =
        find(TextField.class).withLabel("Name").all().stream()
            .filter(field -> field.getValue().equals("Second come"))
            .findFirst()
            .orElseThrow();

    test(name).setValue("first COME");

    assertThat(name.getErrorMessage()).isEqualTo("Another tag is called so already.");
  }

  @Test
  void readersSeeTagsAndChangeNone() {
    tags.create("Look only");
    actAs(Role.READER);
    navigate(TagsView.class);

    assertThat(chips()).contains("Look only");
    assertThat(offers("Add tag")).isFalse();
    assertThat(find(Button.class).withAriaLabel("Archive the tag Look only").exists()).isFalse();
  }

  @Test
  void theStarPutsARecordAmongTheFavouritesAndInTheNavigation() {
    ContactId id = person("Stella", "Sternberg");
    open(ContactNavigation.details(id), "");
    test(find(Button.class).withAriaLabel("Favourite").single()).click();

    assertThat(find(Span.class).withClassName("shell-bookmark").all())
        .extracting(Span::getText)
        .contains("Stella Sternberg");

    open(RecallNavigation.favourites(), "");
    assertThat(find(Anchor.class).all().stream().map(Anchor::getHref))
        .filteredOn(href -> href.equals(ContactNavigation.details(id)))
        .as("in the navigation, among the favourites, and among the last")
        .hasSize(3);

    contacts.archive(List.of(id));
    open(RecallNavigation.favourites(), "");
    assertThat(find(Anchor.class).all().stream().map(Anchor::getHref))
        .doesNotContain(ContactNavigation.details(id));
  }
}
