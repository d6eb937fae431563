@NullMarked
package eu.rempart.notice.ui;

import org.jspecify.annotations.NullMarked;
