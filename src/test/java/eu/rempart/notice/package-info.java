@NullMarked
package eu.rempart.notice;

import org.jspecify.annotations.NullMarked;
