package eu.rempart.savedview.ui;

import eu.rempart.savedview.ViewContent;
import eu.rempart.shell.list.RecordQuery;
import eu.rempart.shell.view.ListState;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Between what a list shows and what is kept of it. */
final class ViewStates {

  private ViewStates() {}

  static ViewContent kept(ListState state, @Nullable String group) {
    return new ViewContent(
        state.text(),
        state.filters(),
        state.rule(),
        state.columns(),
        state.sort().map(RecordQuery.Sort::column).orElse(null),
        state.sort().map(RecordQuery.Sort::descending).orElse(false),
        group);
  }

  static ListState shown(ViewContent content) {
    return new ListState(
        content.text(),
        content.filters(),
        content.rule(),
        content.columns(),
        Optional.ofNullable(content.sort())
            .map(column -> new RecordQuery.Sort(column, content.descending())));
  }
}
