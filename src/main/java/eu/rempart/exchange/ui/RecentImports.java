package eu.rempart.exchange.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.server.streams.DownloadHandler;
import eu.rempart.exchange.format.ImportSource;
import eu.rempart.exchange.run.ImportRun;
import eu.rempart.exchange.run.ImportService;
import eu.rempart.exchange.run.ImportState;
import eu.rempart.exchange.run.UndoneImport;
import eu.rempart.shell.part.Confirmation;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.part.Notices;
import eu.rempart.shell.part.RelativeTime;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;

/** Former imports: what each did, its error file, and how to take it back. */
final class RecentImports extends Div {

  private static final long serialVersionUID = 1L;

  private final transient ImportService imports;
  private final transient Function<UUID, String> names;

  /**
   * @param names of members, by id
   */
  RecentImports(ImportService imports, Function<UUID, String> names) {
    this.imports = imports;
    this.names = names;
    addClassName("import-recent");
    refresh();
  }

  void refresh() {
    removeAll();
    List<ImportRun> runs = imports.recent();
    if (runs.isEmpty()) {
      Paragraph none = new Paragraph(t("exchange.recent.none"));
      none.addClassName("import-hint");
      add(none);
      return;
    }
    UnorderedList list = new UnorderedList();
    runs.forEach(run -> list.add(item(run)));
    add(list);
  }

  private ListItem item(ImportRun run) {
    Span name = new Span(run.fileName().isEmpty() ? t("exchange.recent.unnamed") : run.fileName());
    name.addClassName("import-name");
    Span state = new Span(state(run.state()));
    state.addClassNames("import-badge", "is-" + run.state().name().toLowerCase(Locale.ROOT));
    Div title = new Div(name, state);
    title.addClassName("import-title");
    Div facts = new Div(new Span(t(ImportSource.valueOf(run.source()).key())));
    facts.add(new RelativeTime(run.startedAt()));
    String who = names.apply(run.startedBy());
    if (!who.isEmpty()) {
      facts.add(new Span(who));
    }
    facts.addClassName("import-facts");
    ListItem item = new ListItem(title, facts);
    if (run.state() == ImportState.DONE || run.state() == ImportState.UNDONE) {
      CountsBar counts = new CountsBar();
      counts.show(run.counts());
      item.add(counts);
    }
    String code = run.errorCode();
    if (code != null) {
      item.add(new Paragraph(ImportWords.ofUi().failure(code)));
    }
    item.add(actions(run));
    return item;
  }

  private Div actions(ImportRun run) {
    Div actions = new Div();
    actions.addClassName("import-actions");
    if (run.hasErrorFile()) {
      actions.add(errorFile(run));
    }
    if (run.state() == ImportState.DONE) {
      Button undo = new Button(t("exchange.undo"), Glyph.UNDO.create(), _ -> ask(run));
      undo.addThemeVariants(ButtonVariant.TERTIARY);
      actions.add(undo);
    }
    return actions;
  }

  private Component errorFile(ImportRun run) {
    DownloadHandler download =
        event -> {
          String content = imports.errorFile(run.id()).orElse("");
          event.setFileName(t("exchange.errors.file") + ".csv");
          event.setContentType("text/csv; charset=utf-8");
          event.getResponse().setHeader("Cache-Control", "no-store");
          event.getOutputStream().write(content.getBytes(StandardCharsets.UTF_8));
        };
    Anchor link = new Anchor(download, "");
    link.add(Glyph.DOWNLOAD.create(), new Span(t("exchange.errors.download")));
    link.addClassName("button-link");
    return link;
  }

  private void ask(ImportRun run) {
    Confirmation.askDanger(
        t("exchange.undo.title"),
        t("exchange.undo.sentence", run.counts().created(), run.counts().updated()),
        t("exchange.undo"),
        () -> undo(run));
  }

  private void undo(ImportRun run) {
    imports
        .undo(run.id())
        .ifPresentOrElse(
            undone -> Notices.success(sentence(undone)),
            () -> Notices.info(t("exchange.undo.already")));
    refresh();
  }

  private static String sentence(UndoneImport undone) {
    String done = t("exchange.undo.done", undone.archived(), undone.putBack());
    return undone.leftAlone() == 0
        ? done
        : done + " " + t("exchange.undo.left", undone.leftAlone());
  }

  private static String state(ImportState state) {
    return switch (state) {
      case RUNNING -> t("exchange.state.running");
      case DONE -> t("exchange.state.done");
      case CANCELLED -> t("exchange.state.cancelled");
      case FAILED -> t("exchange.state.failed");
      case INTERRUPTED -> t("exchange.state.interrupted");
      case UNDONE -> t("exchange.state.undone");
    };
  }
}
