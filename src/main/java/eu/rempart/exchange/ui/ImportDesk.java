package eu.rempart.exchange.ui;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.MemberNames;
import eu.rempart.account.Right;
import eu.rempart.common.custom.CustomField;
import eu.rempart.deal.pipeline.FirstStages;
import eu.rempart.deal.pipeline.Pipeline;
import eu.rempart.deal.pipeline.PipelineService;
import eu.rempart.exchange.format.ImportKind;
import eu.rempart.exchange.run.ImportService;
import eu.rempart.exchange.run.upload.Uploads;
import eu.rempart.shell.custom.CustomBook;
import eu.rempart.shell.custom.CustomFields;
import eu.rempart.shell.text.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the wizard asks of the house: what whoever imports may bring, and into which fields. */
@Component
record ImportDesk(
    ImportService imports,
    Uploads uploads,
    CustomFields custom,
    CurrentMember member,
    PipelineService pipelines,
    MemberNames names) {

  /** Who imports. */
  Importer importer() {
    return new Importer(
        member.id(), names.of(member.id()).orElse("…"), member.rights().areNarrowed());
  }

  /** The kinds of files that whoever imports may bring. */
  Set<ImportKind> kinds() {
    return Arrays.stream(ImportKind.values())
        .filter(kind -> kind == ImportKind.PEOPLE || member.may(Right.WRITE_RECORDS, kind.record()))
        .collect(Collectors.toSet());
  }

  /** The pipelines that deals of a file may go to; somebody who comes first finds one. */
  List<Pipeline> allPipelines() {
    return member.may(Right.WRITE_RECORDS, "deal")
        ? pipelines.allOrFirst(Texts.t(FirstStages.NAME), FirstStages.of(Texts::t))
        : pipelines.all();
  }

  /** The own fields that whoever imports may fill in, each of the kinds of which they may. */
  List<CustomField> writable() {
    Map<String, CustomBook> books =
        Stream.of("contact", "company", "deal", "activity")
            .collect(Collectors.toMap(kind -> kind, kind -> custom.book(kind).writable()));
    return custom.book().all().stream()
        .map(
            field ->
                field.of(
                    books.entrySet().stream()
                        .filter(book -> book.getValue().find(field.id()).isPresent())
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet())))
        .filter(field -> !field.records().isEmpty())
        .toList();
  }
}
