# SPDX-License-Identifier: Apache-2.0
# cmake --install: the program, the libraries for find_package(hearsay), the data they read, and the manual.
include(CMakePackageConfigHelpers)

set(HEARSAY_PACKAGE_DIR ${CMAKE_INSTALL_LIBDIR}/cmake/hearsay)
get_property(HEARSAY_LIBRARIES GLOBAL PROPERTY HEARSAY_LIBRARIES)

install(TARGETS hearsay RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(TARGETS ${HEARSAY_LIBRARIES} EXPORT hearsay ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(EXPORT hearsay NAMESPACE hearsay:: FILE hearsay-targets.cmake DESTINATION ${HEARSAY_PACKAGE_DIR})
install(DIRECTORY include/hearsay DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(DIRECTORY data/ DESTINATION ${CMAKE_INSTALL_DATADIR}/hearsay)
install(DIRECTORY docs/ DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES README.md CHANGELOG.md LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})

configure_package_config_file(cmake/hearsay-config.cmake.in hearsay-config.cmake
    INSTALL_DESTINATION ${HEARSAY_PACKAGE_DIR} NO_SET_AND_CHECK_MACRO)
write_basic_package_version_file(hearsay-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/hearsay-config.cmake ${PROJECT_BINARY_DIR}/hearsay-config-version.cmake
    DESTINATION ${HEARSAY_PACKAGE_DIR})
