package eu.rempart.archive.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import eu.rempart.archive.ArchiveService;
import eu.rempart.archive.BinEntry;
import eu.rempart.history.HistoryService;
import eu.rempart.history.RecordKind;
import eu.rempart.history.RecordKinds;
import eu.rempart.history.RecordRef;
import eu.rempart.history.Viewer;
import eu.rempart.history.ui.HistoryPanels;
import eu.rempart.shell.error.MissingPage;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.part.Notices;
import eu.rempart.shell.text.Formats;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.security.access.AccessDeniedException;

/** The page of a record of any kind that lies in the bin: who archived it, and the way back. */
@org.springframework.stereotype.Component
final class ArchivedPage implements MissingPage {

  private final ArchiveService archive;
  private final HistoryService history;
  private final HistoryPanels panels;
  private final RecordKinds kinds;
  private final Viewer viewer;

  ArchivedPage(
      ArchiveService archive,
      HistoryService history,
      HistoryPanels panels,
      RecordKinds kinds,
      Viewer viewer) {
    this.archive = archive;
    this.history = history;
    this.panels = panels;
    this.kinds = kinds;
    this.viewer = viewer;
  }

  @Override
  public Optional<Explanation> at(String path) {
    return viewer.may(Viewer.Act.READ)
        ? record(path).flatMap(record -> archive.holding(record).map(entry -> of(record, entry)))
        : Optional.empty();
  }

  /** The record whose page has this address. */
  private Optional<RecordRef> record(String path) {
    return id(path.substring(path.lastIndexOf('/') + 1))
        .flatMap(
            id ->
                kinds.all().stream()
                    .filter(kind -> kind.path(id).filter(path::equals).isPresent())
                    .map(kind -> new RecordRef(kind.name(), id))
                    .findFirst());
  }

  private static Optional<UUID> id(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private Explanation of(RecordRef record, BinEntry entry) {
    String known = history.name(record);
    RecordKind kind = kinds.of(record.kind());
    String name = known.isEmpty() ? t(kind.labelKey()) : known;
    List<String> sentences = new ArrayList<>();
    UUID by = entry.by();
    sentences.add(
        t(
            "archive.page.who",
            BinLabels.who(entry, history.memberNames(by == null ? Set.of() : Set.of(by))),
            toTheMinute(entry.at())));
    if (!entry.root().equals(record)) {
      sentences.add(t("archive.page.along", along(entry)));
    }
    if (entry.purgeWaits()) {
      sentences.add(t("archive.page.purge"));
    }
    boolean may = mayRestore(entry);
    if (!may) {
      sentences.add(t("archive.page.denied"));
    }
    return new Explanation(
        t("archive.page.title", name),
        sentences,
        Stream.<Component>concat(
                may ? Stream.of(restore(entry)) : Stream.of(), Stream.of(look(record, name, entry)))
            .toList());
  }

  private static String toTheMinute(Instant at) {
    LocalDateTime local = LocalDateTime.ofInstant(at, Formats.zone());
    return Formats.date(local.toLocalDate()) + ", " + Formats.time(local.toLocalTime());
  }

  private String along(BinEntry entry) {
    return entry.name().isEmpty()
        ? kinds
            .find(entry.root().kind())
            .map(kind -> t(kind.labelKey()))
            .orElse(t("archive.bin.nameless"))
        : entry.name();
  }

  /** As far as the role says it; of single records the service does. */
  private boolean mayRestore(BinEntry entry) {
    return viewer.may(Viewer.Act.RESTORE)
        || (viewer.may(Viewer.Act.ARCHIVE) && viewer.memberId().equals(entry.by()));
  }

  private Button restore(BinEntry entry) {
    Button restore = new Button(t("archive.restore"), Glyph.RESTORE.create(), _ -> ask(entry));
    restore.addThemeVariants(ButtonVariant.PRIMARY);
    return restore;
  }

  private Button look(RecordRef record, String name, BinEntry entry) {
    return new Button(
        t("archive.page.look"),
        Glyph.HISTORY.create(),
        // the last moment that it was there
        _ -> panels.asItWas(record, name, entry.at().minusNanos(1_000)).open());
  }

  private void ask(BinEntry entry) {
    try {
      new RestoreDialog(
              archive, kinds, List.of(entry), () -> UI.getCurrent().refreshCurrentRoute(false))
          .open();
    } catch (AccessDeniedException _) {
      Notices.error(t("archive.restore.denied"));
    }
  }
}
