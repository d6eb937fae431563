package eu.rempart.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;

/**
 * Elements that the browser fetches when the first of them is shown. Flow puts into a page's bundle
 * what it finds by following the classes of its route; what another room shows there, by a bean, it
 * does not find. The frame of all pages names this class, and this class their modules.
 */
@Tag("lazy-elements")
@JsModule("./components/lazy-elements.ts")
// The editor's parts, all MIT: documents, their state, the view, and what keys do.
@NpmPackage(value = "prosemirror-model", version = "1.25.13")
@NpmPackage(value = "prosemirror-state", version = "1.4.4")
@NpmPackage(value = "prosemirror-view", version = "1.42.9")
@NpmPackage(value = "prosemirror-commands", version = "1.7.2")
@NpmPackage(value = "prosemirror-keymap", version = "1.2.3")
@NpmPackage(value = "prosemirror-history", version = "1.5.1")
@NpmPackage(value = "prosemirror-schema-list", version = "1.6.0")
@NpmPackage(value = "prosemirror-inputrules", version = "1.6.0")
public final class LazyElements extends Component {

  private static final long serialVersionUID = 1L;

  private LazyElements() {}

  /** Lets the browser fetch what draws this component, whose tag {@code lazy-elements.ts} knows. */
  public static void load(Component component) {
    component
        .getElement()
        .executeJs("window.rempartElements?.load($0)", component.getElement().getTag());
  }
}
