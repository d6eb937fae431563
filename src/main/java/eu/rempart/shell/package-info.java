/**
 * The shell: layout, navigation, global search box, languages and the page that starts the browser
 * side. Rooms contribute {@link eu.rempart.shell.NavigationEntry} and {@link
 * eu.rempart.shell.GlobalSearch} beans. It knows no business room.
 */
@NullMarked
package eu.rempart.shell;

import org.jspecify.annotations.NullMarked;
