package eu.rempart.exchange.run;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.common.SaveResult;
import eu.rempart.contact.Contact;
import eu.rempart.contact.ContactField;
import eu.rempart.exchange.run.result.Tally;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ImportUndoTest extends ImportCase {

  @RegisterExtension static final ImportHouse house = new ImportHouse();

  ImportUndoTest() {
    super(house);
  }

  @Test
  void undoesAnImportUpdatesIncluded() {
    run("First name,Email,Company\nAna,ana@H,Firma H\n");
    ImportJob job = run("First name,Email,Company\nAna-Maria,ana@H,Firma H\nLuc,luc@H,Autre H\n");

    assertThat(job.created()).isEqualTo(new Tally.Created(1, 1, 0, 0));
    int asked = house.as(() -> house.undo().created(job.id()));
    UndoneImport undone = house.as(() -> house.undo().start(job.id()).join()).orElseThrow();

    assertThat(undone.archived()).isEqualTo(asked).isEqualTo(job.created().total());
    assertThat(undone.putBack()).isEqualTo(1);
    assertThat(undone.leftAlone()).isZero();
    assertThat(contact("ana").data().firstName()).isEqualTo("Ana");
    assertThat(live("luc")).isEmpty();
    assertThat(runOf(job).state()).isEqualTo(ImportState.UNDONE);
    assertThat(house.as(() -> house.undo().start(job.id()).join())).isEmpty();
  }

  @Test
  void importsTheSameFileAtOnceAfterAnUndo() {
    String csv = "First name,Email,Company\nAna,ana@H,Firma H\nLuc,luc@H,Autre H\n";
    ImportJob first = run(csv);
    house.as(() -> house.undo().start(first.id()).join());

    ImportJob second = run(csv);

    assertThat(second.counts().created()).isEqualTo(first.counts().created());
    assertThat(second.counts().failed()).isZero();
    assertThat(contact("ana").data().firstName()).isEqualTo("Ana");
  }

  @Test
  void leavesAloneWhatSomebodyChangedSinceTheImport() {
    ImportJob job = run("First name,Email\nAna,ana@H\nLuc,luc@H\n");
    Contact ana = one("ana");
    SaveResult<Contact, ContactField> saved =
        house.as(
            () ->
                house
                    .contacts()
                    .save(
                        ana.id(),
                        ana.version(),
                        ana.data(),
                        ana.data().toBuilder().lastName("Popescu").build()));
    assertThat(saved).isInstanceOf(SaveResult.Saved.class);

    UndoneImport undone = house.as(() -> house.undo().start(job.id()).join()).orElseThrow();

    assertThat(undone.archived()).isEqualTo(1);
    assertThat(undone.leftAlone()).isEqualTo(1);
    assertThat(contact("ana").data().lastName()).isEqualTo("Popescu");
  }
}
