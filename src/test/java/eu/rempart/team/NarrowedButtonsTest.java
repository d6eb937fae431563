package eu.rempart.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import eu.rempart.account.NotPermittedException;
import eu.rempart.account.Right;
import eu.rempart.account.Role;
import eu.rempart.account.Scope;
import eu.rempart.account.SignedInMember;
import eu.rempart.account.right.KindRights;
import eu.rempart.document.folder.FolderService;
import eu.rempart.duplicate.DuplicateService;
import eu.rempart.history.RecordRef;
import eu.rempart.note.Note;
import eu.rempart.note.NoteService;
import eu.rempart.note.Written;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A role that may do less with some kinds of records is offered no button that then refuses. */
class NarrowedButtonsTest extends WithNarrowedMembers {

  @Autowired private DuplicateService duplicates;
  @Autowired private NoteService notes;
  @Autowired private FolderService folders;

  /** Reads everything, and writes and archives all but records of one kind. */
  private SignedInMember barely(String kind, Map<Right, Scope> may) {
    return narrowed(
        Role.MANAGER,
        new RoleRules(Map.of(kind, new KindRights(may, Map.of())), RoleRules.all(Scope.ALL)));
  }

  private static final Map<Right, Scope> READS =
      Map.of(
          Right.READ_RECORDS, Scope.ALL,
          Right.WRITE_RECORDS, Scope.NONE,
          Right.ARCHIVE_RECORDS, Scope.NONE,
          Right.EXPORT_RECORDS, Scope.NONE);

  @Test
  void theHomePageOffersToAddWhatMayBeAdded() {
    act(barely("contact", READS));
    open("", "");
    assertThat(offers("Add contact")).isFalse();
    assertThat(offers("Add company")).isTrue();
  }

  @Test
  @SuppressWarnings("unchecked")
  void duplicatesAreLookedForAmongWhatMayBeMerged() {
    act(barely("contact", READS));
    open("duplicates", "");
    String look = "Look for duplicates";
    assertThat(offers(look)).isFalse();
    assertThatThrownBy(() -> duplicates.scan("contact")).isInstanceOf(NotPermittedException.class);
    RadioButtonGroup<String> kind = find(RadioButtonGroup.class).withLabel("Records").single();
    kind.setValue("company");
    assertThat(offers(look)).isTrue();
  }

  @Test
  void notesAreArchivedWhereTheirRecordMayBe() {
    RecordRef about = new RecordRef("contact", person("Ann", "Kept").value());
    Note note = ((Written.Kept) notes.write(about, "<p>Stays</p>")).note();
    act(
        barely(
            "contact",
            Map.of(
                Right.READ_RECORDS, Scope.ALL,
                Right.WRITE_RECORDS, Scope.ALL,
                Right.ARCHIVE_RECORDS, Scope.NONE,
                Right.EXPORT_RECORDS, Scope.NONE)));
    open("notes/" + note.id().value(), "");
    assertThat(labelled("Edit")).isTrue();
    assertThat(labelled("Archive")).isFalse();
    assertThatThrownBy(() -> notes.archive(note.id())).isInstanceOf(NotPermittedException.class);
  }

  private boolean labelled(String label) {
    return find(Button.class)
        .withCondition(button -> button.getAriaLabel().orElse("").startsWith(label))
        .exists();
  }

  @Test
  void foldersAreMadeByWhoMayWriteDocuments() {
    act(barely("document", READS));
    open("documents", "");
    assertThat(offers("New folder")).isFalse();
    assertThatThrownBy(() -> folders.create(null, "Mine"))
        .isInstanceOf(NotPermittedException.class);
    admin();
    open("documents", "");
    assertThat(offers("New folder")).isTrue();
  }
}
