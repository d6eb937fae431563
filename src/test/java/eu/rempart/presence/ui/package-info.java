@NullMarked
package eu.rempart.presence.ui;

import org.jspecify.annotations.NullMarked;
