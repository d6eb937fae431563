@NullMarked
package eu.rempart.watch.probe.ui;

import org.jspecify.annotations.NullMarked;
