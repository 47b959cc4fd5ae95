#define _GNU_SOURCE
#include "CProcess.h"

#include <sched.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>

int emx_limit(pid_t process, enum emx_resource resource, unsigned long long value) {
    static const __rlimit_resource_t resources[] = {RLIMIT_AS, RLIMIT_FSIZE, RLIMIT_CORE, RLIMIT_NOFILE};
    struct rlimit limit = {value, value};
    return prlimit(process, resources[resource], &limit, 0);
}

void emx_confine(void) {
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
    unshare(CLONE_NEWUSER | CLONE_NEWNET);
}
