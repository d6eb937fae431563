package eu.rempart.exchange.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.streams.DownloadHandler;
import eu.rempart.exchange.format.ImportSource;
import eu.rempart.exchange.run.ImportBusyException;
import eu.rempart.exchange.run.ImportRun;
import eu.rempart.exchange.run.ImportService;
import eu.rempart.exchange.run.ImportState;
import eu.rempart.exchange.run.ImportUndo;
import eu.rempart.exchange.run.UndoneImport;
import eu.rempart.shell.part.Confirmation;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.part.Notices;
import eu.rempart.shell.part.RelativeTime;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Former imports: what each did, its error file, and how to take it back. */
final class RecentImports extends Div {

  private static final long serialVersionUID = 1L;

  private final transient ImportService imports;
  private final transient ImportUndo undo;
  private final transient Map<UUID, String> names;
  private @Nullable UUID undoing;

  /**
   * @param names of members, by id
   */
  RecentImports(ImportService imports, ImportUndo undo, Map<UUID, String> names) {
    this.imports = imports;
    this.undo = undo;
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
    String who = names.get(run.startedBy());
    if (who != null) {
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
    if (run.id().equals(undoing)) {
      ProgressBar bar = new ProgressBar();
      bar.setIndeterminate(true);
      Span words = new Span(t("exchange.undo.running"));
      words.setId("undoing");
      bar.getElement().setAttribute("aria-labelledby", "undoing");
      actions.add(words, bar);
    } else if (run.state() == ImportState.DONE) {
      Button undo = new Button(t("exchange.undo"), Glyph.UNDO.create(), _ -> ask(run));
      undo.addThemeVariants(ButtonVariant.TERTIARY);
      actions.add(undo);
    }
    return actions;
  }

  private Component errorFile(ImportRun run) {
    String name = t("exchange.errors.file") + ".csv"; // here: a download knows no language
    DownloadHandler download =
        event -> {
          String content = imports.errorFile(run.id()).orElse("");
          event.setFileName(name);
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
        t("exchange.undo.sentence", undo.created(run.id()), run.counts().updated()),
        t("exchange.undo"),
        () -> undo(run));
  }

  private void undo(ImportRun run) {
    UI ui = UI.getCurrent();
    try {
      CompletableFuture<Optional<UndoneImport>> undone = undo.start(run.id());
      undoing = run.id();
      refresh();
      var _ =
          undone
              .<Runnable>thenApply(answer -> () -> told(answer))
              .exceptionally(failure -> () -> Notices.error(t("exchange.undo.failed")))
              .thenAccept(told -> tell(ui, () -> ended(told)));
    } catch (ImportBusyException e) {
      Notices.error(t("exchange.busy"));
    }
  }

  private void ended(Runnable tell) {
    undoing = null;
    refresh();
    tell.run();
  }

  private static void told(Optional<UndoneImport> answer) {
    answer.ifPresentOrElse(
        undone -> Notices.success(sentence(undone)),
        () -> Notices.info(t("exchange.undo.already")));
  }

  private static void tell(UI ui, Command work) {
    try {
      var _ = ui.access(work);
    } catch (UIDetachedException e) {
      // nobody looks any more; the list says what became of it
    }
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
