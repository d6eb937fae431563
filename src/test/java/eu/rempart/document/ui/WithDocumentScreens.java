package eu.rempart.document.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import eu.rempart.document.WithFiles;
import java.util.List;

/** A firm that sees its documents, on their own pages and on those of records. */
abstract class WithDocumentScreens extends WithFiles {

  protected void show(String path) {
    UI.getCurrent().navigate("bin");
    UI.getCurrent().navigate(path);
    roundTrip();
  }

  protected List<String> titles() {
    return find(Anchor.class).withClassName("document-title").all().stream()
        .map(Anchor::getText)
        .toList();
  }
}
